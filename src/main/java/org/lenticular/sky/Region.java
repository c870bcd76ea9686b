package org.lenticular.sky;

/** A closed region on the sphere. */
public interface Region {}
