/** For operators: health and logging. */
@NullMarked
package org.lenticular.ops;

import org.jspecify.annotations.NullMarked;
