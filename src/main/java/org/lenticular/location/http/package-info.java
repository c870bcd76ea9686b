/** Places that are web servers. */
@NullMarked
package org.lenticular.location.http;

import org.jspecify.annotations.NullMarked;
