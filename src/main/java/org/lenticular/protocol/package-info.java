/** A request and its answer, as every protocol sees them: free of servlets. */
@NullMarked
package org.lenticular.protocol;

import org.jspecify.annotations.NullMarked;
