/** Reads the operator's tables into the catalogue. */
@NullMarked
package org.lenticular.load;

import org.jspecify.annotations.NullMarked;
