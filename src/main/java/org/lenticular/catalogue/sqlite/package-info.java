/** The embedded engine: SQLite, one immutable file per collection. */
@NullMarked
package org.lenticular.catalogue.sqlite;

import org.jspecify.annotations.NullMarked;
