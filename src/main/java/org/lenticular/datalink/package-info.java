/** DataLink 1.1: from dataset identifiers to a table of links. */
@NullMarked
package org.lenticular.datalink;

import org.jspecify.annotations.NullMarked;
