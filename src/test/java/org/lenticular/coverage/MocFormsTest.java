package org.lenticular.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenticular.sky.Cap;

/** Maps, written as others read them and as the catalogue keeps them. */
class MocFormsTest {
    private interface Form {
        void write(Moc map, ByteArrayOutputStream out) throws IOException;
    }

    /** One that covers these cells of order 2. */
    private static Moc map(long... cells) {
        CellSet set = new CellSet(CellSet.COARSEST);
        Arrays.stream(cells).forEach(cell -> set.add(2, cell));
        return new Moc(2, set);
    }

    private static byte[] written(Moc map, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(map, out);
        return out.toByteArray();
    }

    private static String ascii(Moc map, Form form) throws IOException {
        return new String(written(map, form), StandardCharsets.US_ASCII);
    }

    private static final Moc SOME = map(4, 5, 6, 7, 12, 13, 14, 15, 17, 16, 19, 21);
    private static final Moc WHOLE = allSky();

    private static Moc allSky() {
        CoveredSky sky = new CoveredSky(3);
        sky.add(Cap.of(0, 0, 180));
        return sky.map();
    }

    @Test
    void cellsThatMakeALargerOneAreThatOne() throws IOException {
        assertThat(ascii(SOME, MocText::write)).isEqualTo("1/1 3 2/16-17 19 21");
        assertThat(ascii(SOME, MocJson::write)).isEqualTo("{\"1\":[1,3],\"2\":[16,17,19,21]}");
        assertThat(MocText.of(SOME)).isEqualTo(ascii(SOME, MocText::write));
    }

    @Test
    void theFinestOrderIsToldThoughNoCellIsOfIt() throws IOException {
        assertThat(ascii(map(4, 5, 6, 7), MocText::write)).isEqualTo("1/1 2/");
        assertThat(ascii(map(4, 5, 6, 7), MocJson::write)).isEqualTo("{\"1\":[1],\"2\":[]}");
        assertThat(ascii(map(), MocText::write)).isEqualTo("2/");
        assertThat(ascii(map(), MocJson::write)).isEqualTo("{\"2\":[]}");
    }

    @Test
    void theWholeSkyIsTwelveCells() throws IOException {
        assertThat(ascii(WHOLE, MocText::write)).isEqualTo("0/0-11 3/");
        assertThat(WHOLE.squareDegrees()).isBetween(41252.96, 41252.97);
        assertThat(WHOLE.size()).isEqualTo(12);
    }

    @Test
    void fitsHasEachCellAsOneNumberInAscendingOrder() throws IOException {
        byte[] file = written(SOME, MocFits::write);
        assertThat(file.length % 2880).isZero();
        String head = new String(file, 2880, 2880, StandardCharsets.US_ASCII);
        assertThat(head)
                .contains("XTENSION= 'BINTABLE'")
                .contains("NAXIS1  =                    8 ")
                .contains("NAXIS2  =                    6 ")
                .contains("TTYPE1  = 'UNIQ    '")
                .contains("TFORM1  = '1K      '")
                .contains("ORDERING= 'NUNIQ   '")
                .contains("COORDSYS= 'C       '")
                .contains("MOCVERS = '2.0     '")
                .contains("MOCDIM  = 'SPACE   '")
                .contains("MOCORD_S=                    2 ")
                .contains("MOCORDER=                    2 ");
        ByteBuffer rows = ByteBuffer.wrap(file, 2 * 2880, 6 * Long.BYTES);
        List<Long> numbers = new ArrayList<>();
        while (rows.hasRemaining()) {
            numbers.add(rows.getLong());
        }
        assertThat(numbers).containsExactly(16 + 1L, 16 + 3L, 64 + 16L, 64 + 17L, 64 + 19L, 64 + 21L);
    }

    @Test
    void anEmptyMapIsATableWithoutRows() throws IOException {
        byte[] file = written(map(), MocFits::write);
        assertThat(file).hasSize(2 * 2880);
        assertThat(new String(file, StandardCharsets.US_ASCII)).contains("NAXIS2  =                    0 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 7, 10, 11})
    void theCataloguesBytesAreReadBackAsTheyWere(int order) {
        Random random = new Random(order);
        CoveredSky sky = new CoveredSky(order);
        for (int i = 0; i < 30; i++) {
            sky.add(Cap.of(random.nextDouble() * 360, random.nextDouble() * 180 - 90, random.nextDouble() * 3));
        }
        Moc map = sky.map();
        Moc back = MocBytes.decode(MocBytes.encode(map));
        assertThat(back.order()).isEqualTo(order);
        assertThat(MocText.of(back)).isEqualTo(MocText.of(map));
        assertThat(MocText.of(MocBytes.decode(MocBytes.encode(WHOLE)))).isEqualTo("0/0-11 3/");
        assertThat(MocBytes.decode(MocBytes.encode(map())).isEmpty()).isTrue();
    }

    @Test
    void bytesThatAreOfNoMapAreRefused() {
        byte[] good = MocBytes.encode(SOME);
        assertThatThrownBy(() -> MocBytes.decode(new byte[0])).hasMessageContaining("no map");
        assertThatThrownBy(() -> MocBytes.decode(new byte[] {99})).hasMessageContaining("no map");
        assertThatThrownBy(() -> MocBytes.decode(new byte[] {2, 1})).hasMessageContaining("within a number");
        assertThatThrownBy(() -> MocBytes.decode(new byte[] {2, 1, 1, 1, 1, 1, 1, 1, (byte) 0x81}))
                .hasMessageContaining("within a number");
        good[0] = 0;
        assertThatThrownBy(() -> MocBytes.decode(good)).hasMessageContaining("more cells than there are");
    }

    @Test
    void aCoarserMapCoversAllThatAFinerOneDoes() {
        assertThat(MocText.of(SOME.atMost(1))).isEqualTo("1/1 3-5");
        assertThat(MocText.of(SOME.atMost(0))).isEqualTo("0/0-1");
        assertThat(SOME.atMost(5)).isSameAs(SOME);
        assertThat(SOME.atMost(1).squareDegrees()).isGreaterThan(SOME.squareDegrees());
    }
}
