package org.lenticular.query;

/** How an image lies to a region (SIA 1.0 §4.1.3; design: "The sky, exactly", rule 3). */
public enum Match {
    /** The image holds the whole region. */
    COVERS,
    /** The region holds the whole image. */
    ENCLOSED,
    /** The image holds the region's centre. */
    CENTER,
    /** They share a point; touching is sharing. */
    OVERLAPS
}
