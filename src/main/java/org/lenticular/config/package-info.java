/** The operator's configuration as records, and all its problems at once. */
@NullMarked
package org.lenticular.config;

import org.jspecify.annotations.NullMarked;
