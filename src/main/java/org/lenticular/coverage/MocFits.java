package org.lenticular.coverage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A map as FITS: a binary table of one column, each cell one number of 64 bits, in ascending order (MOC 2.0 §3.4.1, NUNIQ). */
public final class MocFits {
    private static final int BLOCK = 2880;
    private static final int CARD = 80;

    private MocFits() {}

    /** Writes the whole file; the stream is neither flushed nor closed. */
    public static void write(Moc map, OutputStream out) throws IOException {
        Header file = new Header();
        file.card("SIMPLE", "T");
        file.card("BITPIX", "8");
        file.card("NAXIS", "0");
        file.card("EXTEND", "T");
        file.end(out);
        long size = map.size();
        table(map, size).end(out);
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        for (int order = 0; order <= map.order(); order++) {
            long first = 4L << 2 * order;
            map.forEach(order, cell -> out.write(number.putLong(0, first + cell).array()));
        }
        int over = (int) (size * Long.BYTES % BLOCK);
        out.write(new byte[over == 0 ? 0 : BLOCK - over]);
    }

    private static Header table(Moc map, long size) {
        Header table = new Header();
        table.card("XTENSION", "'BINTABLE'");
        table.card("BITPIX", "8");
        table.card("NAXIS", "2");
        table.card("NAXIS1", "8");
        table.card("NAXIS2", Long.toString(size));
        table.card("PCOUNT", "0");
        table.card("GCOUNT", "1");
        table.card("TFIELDS", "1");
        table.card("TTYPE1", "'UNIQ    '");
        table.card("TFORM1", "'1K      '");
        table.card("ORDERING", "'NUNIQ   '");
        table.card("COORDSYS", "'C       '");
        table.card("MOCVERS", "'2.0     '");
        table.card("MOCDIM", "'SPACE   '");
        table.card("MOCORD_S", Integer.toString(map.order()));
        // What MOC 1.1 calls it, for readers that know no other.
        table.card("MOCORDER", Integer.toString(map.order()));
        table.card("MOCTOOL", "'Lenticular'");
        table.comment(String.format(Locale.ROOT, "The cells cover %.6g square degrees.", map.squareDegrees()));
        return table;
    }

    /** A header in the making. */
    private static final class Header {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(BLOCK);

        /** @param value as FITS writes it: text in quotes, from the eleventh column on, all else to the thirtieth */
        void card(String name, String value) {
            add(String.format(Locale.ROOT, value.startsWith("'") ? "%-8s= %s" : "%-8s= %20s", name, value));
        }

        void comment(String text) {
            add("COMMENT " + text);
        }

        private void add(String card) {
            bytes.writeBytes(String.format(Locale.ROOT, "%-" + CARD + "s", card).getBytes(StandardCharsets.US_ASCII));
        }

        void end(OutputStream out) throws IOException {
            add("END");
            while (bytes.size() % BLOCK != 0) {
                bytes.write(' ');
            }
            bytes.writeTo(out);
        }
    }
}
