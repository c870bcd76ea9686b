/** The IVOA Support Interfaces: what the service says of itself. */
@NullMarked
package org.lenticular.vosi;

import org.jspecify.annotations.NullMarked;
