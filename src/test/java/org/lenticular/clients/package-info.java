/**
 * Lenticular as its users meet it: the packaged WAR runs in a process of its own, and the clients that astronomers use
 * (pyvo, astropy, STILTS, plain HTTP) ask it. Everything that these tests need is made by them, under {@code target}.
 */
@NullMarked
package org.lenticular.clients;

import org.jspecify.annotations.NullMarked;
