/** The archive's nouns: collections, datasets, products, sources, copies, locations. Records, no I/O. */
@NullMarked
package org.lenticular.archive;

import org.jspecify.annotations.NullMarked;
