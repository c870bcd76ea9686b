/** Tables that stream: columns, encoded rows, and the documents that they are written as. */
@NullMarked
package org.lenticular.table;

import org.jspecify.annotations.NullMarked;
