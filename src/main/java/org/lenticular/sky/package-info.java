/** Closed regions on the sphere, their exact relations, boxes and forms. */
@NullMarked
package org.lenticular.sky;

import org.jspecify.annotations.NullMarked;
