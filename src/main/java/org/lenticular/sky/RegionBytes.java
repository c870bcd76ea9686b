package org.lenticular.sky;

import com.google.common.geometry.S2Point;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Regions as bytes, for the catalogue: one byte for the kind, then its numbers, big-endian. Polygons are kept as
 * unit vectors, so that reading them takes no trigonometry.
 */
public final class RegionBytes {

    private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final byte SPOT = 1;
    private static final byte CAP = 2;
    private static final byte RECT = 3;
    private static final byte CONVEX = 4;
    private static final byte CONCAVE = 5;
    private static final byte UNION = 6;
    private static final byte INTERSECTION = 7;
    private static final byte DIFFERENCE = 8;

    private static final double[] NOWHERE = {};

    private final byte[] buffer;
    private int position;

    private RegionBytes(byte[] buffer, int position) {
        this.buffer = buffer;
        this.position = position;
    }

    /** The bytes of a region: 25 for a point, 33 for a circle, 5 and 24 a vertex for a convex polygon. */
    public static byte[] encode(Region region) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(region, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The region whose bytes begin at an offset; what follows them is not looked at.
     *
     * @throws IllegalArgumentException if no region begins there
     * @throws IndexOutOfBoundsException if the buffer ends within it
     */
    public static Region decode(byte[] buffer, int offset) {
        return new RegionBytes(buffer, offset).region();
    }

    private static void write(Region region, DataOutputStream out) throws IOException {
        if (region instanceof Spot spot) {
            out.writeByte(SPOT);
            writeVector(spot.centre(), out);
        } else if (region instanceof Cap cap) {
            out.writeByte(CAP);
            writeVector(cap.centre(), out);
            out.writeDouble(cap.radius());
        } else if (region instanceof Rect rect) {
            out.writeByte(RECT);
            writeAll(new double[] {rect.west(), rect.width(), rect.south(), rect.north()}, out);
            writeVector(rect.centre(), out);
        } else if (region instanceof Poly poly) {
            out.writeByte(poly.isConvex() ? CONVEX : CONCAVE);
            out.writeInt(poly.vectors().length);
            writeAll(poly.vectors(), out);
            writeAll(poly.outside(), out);
        } else if (region instanceof Union union) {
            writeParts(UNION, union.parts(), out);
        } else if (region instanceof Intersection intersection) {
            writeParts(INTERSECTION, intersection.parts(), out);
        } else if (region instanceof Difference difference) {
            writeParts(DIFFERENCE, List.of(difference.base(), difference.hole()), out);
        }
    }

    private static void writeParts(byte kind, List<Region> parts, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(parts.size());
        for (Region part : parts) {
            write(part, out);
        }
    }

    private static void writeVector(S2Point vector, DataOutputStream out) throws IOException {
        writeAll(new double[] {vector.getX(), vector.getY(), vector.getZ()}, out);
    }

    private static void writeAll(double[] numbers, DataOutputStream out) throws IOException {
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private Region region() {
        byte kind = buffer[position++];
        switch (kind) {
            case SPOT:
                return new Spot(vector());
            case CAP:
                return new Cap(vector(), number());
            case RECT:
                return new Rect(number(), number(), number(), number(), vector());
            case CONVEX:
                return new Poly(numbers(count()), NOWHERE);
            case CONCAVE:
                return new Poly(numbers(count()), numbers(3));
            case UNION:
                return new Union(parts());
            case INTERSECTION:
                return new Intersection(parts());
            case DIFFERENCE:
                List<Region> parts = parts();
                return new Difference(parts.get(0), parts.get(1));
            default:
                throw new IllegalArgumentException("no region begins with the byte " + kind);
        }
    }

    private int count() {
        int count = (int) INT.get(buffer, position);
        position += Integer.BYTES;
        if (count < 0 || count > buffer.length - position) {
            throw new IllegalArgumentException("a region cannot have " + count + " parts in so few bytes");
        }
        return count;
    }

    private double number() {
        double number = (double) DOUBLE.get(buffer, position);
        position += Double.BYTES;
        return number;
    }

    private double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    private S2Point vector() {
        return new S2Point(number(), number(), number());
    }

    private List<Region> parts() {
        int count = count();
        List<Region> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(region());
        }
        return parts;
    }
}
