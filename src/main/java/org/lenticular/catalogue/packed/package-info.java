/** A collection's images in one file that is mapped into memory: rows in the order of the sky, and above them a tree of boxes. No database. */
@NullMarked
package org.lenticular.catalogue.packed;

import org.jspecify.annotations.NullMarked;
