/**
 * What of the sky is covered: sets of HEALPix cells, what footprints touch of them, and their forms as Multi-Order Coverage maps (IVOA MOC 2.0).
 *
 * <p>Cells are numbered in HEALPix's nested scheme, in ICRS: there are 12 · 4^order of an order, and the cell n is made of those from 4n to 4n + 3 of
 * the next. Null is nowhere accepted and nowhere returned.
 */
@NullMarked
package org.lenticular.coverage;

import org.jspecify.annotations.NullMarked;
