package org.lenticular.query;

import org.lenticular.sky.Region;
import org.lenticular.sky.Relation;

/** How an image lies to a region (SIA 1.0 §4.1.3; design: "The sky, exactly", rule 3). */
public enum Match {
    /** The image holds the whole region. */
    COVERS {
        @Override
        boolean test(Region image, Region region) {
            return Relation.covers(image, region);
        }
    },
    /** The region holds the whole image. */
    ENCLOSED {
        @Override
        boolean test(Region image, Region region) {
            return Relation.covers(region, image);
        }
    },
    /** The image holds the region's centre. */
    CENTER {
        @Override
        boolean test(Region image, Region region) {
            return image.contains(region.centre());
        }
    },
    /** They share a point; touching is sharing. */
    OVERLAPS {
        @Override
        boolean test(Region image, Region region) {
            return Relation.overlaps(image, region);
        }
    };

    abstract boolean test(Region image, Region region);
}
