/** The command line. */
@NullMarked
package org.lenticular.cli;

import org.jspecify.annotations.NullMarked;
