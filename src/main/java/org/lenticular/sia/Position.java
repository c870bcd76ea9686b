package org.lenticular.sia;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lenticular.fault.FaultException;
import org.lenticular.sky.Rect;
import org.lenticular.sky.Region;

/** POS and SIZE: a rectangle on the sky (SIA 1.0 §4.1.1; design: "The sky, exactly", rule 2). */
final class Position {
    private static final String NUMBER = "\\s*+([+-]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)\\s*+";
    private static final Pattern TWO = Pattern.compile(NUMBER + "," + NUMBER);
    private static final Pattern ONE_OR_TWO = Pattern.compile(NUMBER + "(?:," + NUMBER + ")?");

    private Position() {}

    /**
     * The region of interest.
     *
     * @throws FaultException naming the parameter that cannot be used
     */
    static Region read(String pos, String size) {
        Matcher place = TWO.matcher(pos);
        if (!place.matches()) {
            throw FaultException.usage(
                    "POS",
                    pos,
                    "is no position; send right ascension and declination in degrees, such as POS=182.64,39.41");
        }
        double ra = Double.parseDouble(place.group(1));
        double dec = Double.parseDouble(place.group(2));
        if (!(ra >= -180 && ra <= 360)) {
            throw FaultException.usage("POS", pos, "has a right ascension that is not between -180 and 360 degrees");
        }
        if (!(dec >= -90 && dec <= 90)) {
            throw FaultException.usage("POS", pos, "has a declination that is not between -90 and 90 degrees");
        }
        Matcher widths = ONE_OR_TWO.matcher(size);
        if (!widths.matches()) {
            throw FaultException.usage(
                    "SIZE", size, "is no size; send one or two widths in degrees, such as SIZE=0.5 or SIZE=1,0.5");
        }
        double width = Double.parseDouble(widths.group(1));
        double height = widths.group(2) == null ? Math.min(width, 180) : Double.parseDouble(widths.group(2));
        if (!(width >= 0 && width <= 360) || !(height >= 0 && height <= 180)) {
            throw FaultException.usage(
                    "SIZE", size, "is not between 0 and 360 degrees in right ascension, 0 and 180 in declination");
        }
        return Rect.around(ra, dec, width, height);
    }
}
