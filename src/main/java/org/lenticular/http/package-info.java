/** The only package that sees servlets: a request comes in, an answer goes out. */
@NullMarked
package org.lenticular.http;

import org.jspecify.annotations.NullMarked;
