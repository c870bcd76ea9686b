/** Where images, datasets and products are kept and found. */
@NullMarked
package org.lenticular.catalogue;

import org.jspecify.annotations.NullMarked;
