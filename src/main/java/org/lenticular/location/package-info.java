/** Where the bytes are: one resolver per kind of place, and the choice among the copies of a product. */
@NullMarked
package org.lenticular.location;

import org.jspecify.annotations.NullMarked;
