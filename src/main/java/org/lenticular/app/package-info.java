/** Puts the service together from a configuration, and takes it apart again. */
@NullMarked
package org.lenticular.app;

import org.jspecify.annotations.NullMarked;
