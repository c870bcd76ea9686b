/** What SIA 1, SIA 2 and the pages ask of the catalogue. */
@NullMarked
package org.lenticular.query;

import org.jspecify.annotations.NullMarked;
