/** Whether places answer: watches over them, what they said, and resolvers that tell the watch and remember. */
@NullMarked
package org.lenticular.location.health;

import org.jspecify.annotations.NullMarked;
