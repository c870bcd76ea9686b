package org.lenticular.coverage;

import java.io.ByteArrayOutputStream;

/** A map as few bytes, for the catalogue: its order, then how many of its smallest cells in turn are not covered, and are. */
public final class MocBytes {
    private static final int LAST = 0x80;

    private MocBytes() {}

    /** The bytes of a map: one for an empty one, and a few for each of its runs of cells. */
    public static byte[] encode(Moc map) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(map.order());
        map.runs(length -> number(bytes, length));
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are of no map */
    public static Moc decode(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] < 0 || bytes[0] > Moc.FINEST) {
            throw new IllegalArgumentException("the bytes are of no map");
        }
        int order = bytes[0];
        CellSet cells = new CellSet(Math.max(order, CellSet.COARSEST));
        int up = 2 * (cells.order() - order);
        long all = Healpix.cells(order);
        long at = 0;
        boolean covered = false;
        for (int i = 1; i < bytes.length; ) {
            long length = 0;
            int shift = 0;
            while (i < bytes.length && bytes[i] >= 0 && shift < 35) {
                length |= (long) bytes[i++] << shift;
                shift += 7;
            }
            if (i == bytes.length || shift == 35) {
                throw new IllegalArgumentException("the bytes of a map end within a number");
            }
            length |= (long) (bytes[i++] & 0x7F) << shift;
            if (length > all - at) {
                throw new IllegalArgumentException("the bytes are of more cells than there are");
            }
            if (covered) {
                cells.addRange(at << up, at + length << up);
            }
            at += length;
            covered = !covered;
        }
        return new Moc(order, cells);
    }

    /** Seven bits a byte, the lowest first; the last byte is marked. */
    private static void number(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        for (; rest > 0x7F; rest >>>= 7) {
            bytes.write((int) rest & 0x7F);
        }
        bytes.write((int) rest | LAST);
    }
}
