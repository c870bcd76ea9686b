/** Simple Image Access 1.0: from a request to a table of images. */
@NullMarked
package org.lenticular.sia;

import org.jspecify.annotations.NullMarked;
