package org.lenticular.load;

import com.google.common.geometry.S2LatLng;
import org.lenticular.catalogue.ImageRecord;

/** Places for tests. */
final class Sky {
    private Sky() {}

    /** Whether the image's footprint holds the place, in degrees. */
    static boolean holds(ImageRecord image, double ra, double dec) {
        return image.footprint()
                .orElseThrow()
                .contains(S2LatLng.fromDegrees(dec, ra).toPoint());
    }
}
