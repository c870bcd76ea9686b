/** Asks places whether they hold what the catalogue says, keeps what they say, and tells it. */
@NullMarked
package org.lenticular.audit;

import org.jspecify.annotations.NullMarked;
