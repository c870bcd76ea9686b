/** What of a collection's images can be constrained, typed, in one file that is mapped into memory: columns, and indexes over some. No database. */
@NullMarked
package org.lenticular.catalogue.facts;

import org.jspecify.annotations.NullMarked;
