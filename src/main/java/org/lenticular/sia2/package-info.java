/** Simple Image Access 2.0: images of all collections, found by what ObsCore says of them. */
@NullMarked
package org.lenticular.sia2;

import org.jspecify.annotations.NullMarked;
