/** What went wrong, in the protocols' own words, and how a client is told. */
@NullMarked
package org.lenticular.fault;

import org.jspecify.annotations.NullMarked;
