/** Lasting addresses of products, which lead to one of their copies. */
@NullMarked
package org.lenticular.data;

import org.jspecify.annotations.NullMarked;
