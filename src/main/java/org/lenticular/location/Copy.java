package org.lenticular.location;

import org.lenticular.archive.Location;

/** One product at one source. */
public record Copy(Place place, Location location) {}
