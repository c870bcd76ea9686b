/**
 * Closed regions on the sphere: their exact relations, the boxes that an index keeps of them, and their
 * text and byte forms.
 *
 * <p>Places are ICRS. Numbers that come in and go out are degrees; inside, a place is a unit vector, so that
 * neither the poles nor right ascension 0 is special. Every edge counts as {@link Sphere#EDGE} thick: what is
 * that near touches it, and touching is overlapping. Null is nowhere accepted and nowhere returned. All types
 * are immutable, and safe to share between threads.
 */
@NullMarked
package org.lenticular.sky;

import org.jspecify.annotations.NullMarked;
