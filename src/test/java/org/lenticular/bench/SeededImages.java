package org.lenticular.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lenticular.archive.Product;
import org.lenticular.catalogue.CatalogueStore;
import org.lenticular.catalogue.CatalogueWriter;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.sky.Footprint;
import org.lenticular.sky.RegionProblem;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.StandardColumns;

/** Images of three quarters of a degree all over the sky: half a million of them, and a search of 0.2° finds a dozen, the same for the same seed, with as many columns as the notebook's. */
final class SeededImages {
    private static final List<String> ROLES = List.of(
            "dataproduct_type",
            "calib_level",
            "obs_collection",
            "obs_id",
            "obs_publisher_did",
            "access_url",
            "access_format",
            "access_estsize",
            "target_name",
            "s_ra",
            "s_dec",
            "s_fov",
            "s_region",
            "s_resolution",
            "t_min",
            "t_max",
            "t_exptime",
            "t_resolution",
            "em_min",
            "em_max",
            "em_res_power",
            "o_ucd",
            "pol_states",
            "facility_name",
            "instrument_name",
            "SIA_title",
            "SIA_scale",
            "SIA_naxis",
            "SIA_naxes",
            "SIA_format",
            "SIA_reference",
            "SIA_ra",
            "SIA_dec",
            "SIA_instrument");
    private static final int OWN = 12;
    private static final double WIDTH = 0.75;
    /** Of u, g, r, i and z: where each begins, metres. */
    static final double[] BANDS = {3.2e-7, 4.1e-7, 5.6e-7, 6.9e-7, 8.4e-7};

    static final List<String> COLLECTIONS = List.of("north", "south", "deep");

    private SeededImages() {}

    static void load(CatalogueStore store, String collection, int images, long seed) throws IOException, RegionProblem {
        Random random = new Random(seed);
        try (CatalogueWriter writer = store.write(collection)) {
            for (int i = 0; i < images; i++) {
                double ra = random.nextDouble() * 360;
                double dec = Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1));
                String path = "images/" + i % 1000 + "/image" + i + ".fits";
                String id = "image" + i;
                writer.image(new ImageRecord(
                        i + 1,
                        Optional.of("ivo://bench/images?" + i),
                        id,
                        Optional.of(Footprint.fromScale(
                                ra, dec, WIDTH / 1024, WIDTH / 1024, 1024, 1024, random.nextDouble() * 90)),
                        "image/fits",
                        path,
                        Map.of(),
                        cells(i, id, ra, dec, random)));
                writer.product(id, new Product(path, "#this", "Image", "image/fits", 4_202_000L, null, null, Map.of()));
            }
            writer.publish(columns(), Set.of("main-server", "aws:us-east1"), "seed " + seed);
        }
    }

    private static List<StoredColumn> columns() {
        List<StoredColumn> columns = new ArrayList<>();
        for (int i = 0; i < OWN; i++) {
            columns.add(new StoredColumn(
                    i % 2 == 0 ? Column.scalar("own" + i, Datatype.DOUBLE) : Column.text("own" + i), null, true));
        }
        ROLES.forEach(
                role -> columns.add(new StoredColumn(StandardColumns.of(role).orElseThrow(), role, true)));
        columns.add(new StoredColumn(Column.text("datalink"), "datalink", false));
        columns.add(new StoredColumn(Column.text("cloud_access"), "cloud_access", false));
        return columns;
    }

    private static List<String> cells(int number, String id, double ra, double dec, Random random) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < OWN; i++) {
            cells.add(i % 2 == 0 ? Double.toString(random.nextDouble()) : "value " + random.nextInt(100_000));
        }
        for (String role : ROLES) {
            Column column = StandardColumns.of(role).orElseThrow();
            cells.add(
                    switch (role) {
                        case "access_url", "SIA_reference" -> "";
                        case "s_ra", "SIA_ra" -> Double.toString(ra);
                        case "s_dec", "SIA_dec" -> Double.toString(dec);
                        case "s_region" ->
                            "POLYGON ICRS " + ra + " " + dec + " " + (ra + 0.5) + " " + dec + " " + ra + " "
                                    + (dec + 0.5);
                        case "SIA_scale" -> "-0.00048828125 0.00048828125";
                        case "SIA_naxis" -> "1024 1024";
                        default ->
                            fact(role, number, column.type().isText() ? id : Integer.toString(random.nextInt(100_000)));
                    });
        }
        cells.add(id);
        cells.add("");
        return cells;
    }

    /** What can be constrained; the other value where it is no such. */
    private static String fact(String role, int number, String other) {
        return switch (role) {
            case "t_min" -> Double.toString(begin(number));
            case "t_max" -> Double.toString(begin(number) + 0.02);
            case "t_exptime", "t_resolution" -> Double.toString(30 + number % 7 * 60);
            case "em_min" -> Double.toString(BANDS[number % BANDS.length]);
            case "em_max" -> Double.toString(BANDS[number % BANDS.length] * 1.1);
            case "s_fov" -> Double.toString(WIDTH);
            case "s_resolution" -> Double.toString(1 + number % 10 * 0.1);
            case "obs_collection" -> COLLECTIONS.get(number % COLLECTIONS.size());
            case "facility_name", "instrument_name" -> role.substring(0, 4) + number % 7;
            case "dataproduct_type" -> number % 50 == 0 ? "cube" : "image";
            case "calib_level" -> Integer.toString(number % 4);
            case "pol_states" -> number % 50 == 0 ? "/I/Q/U/V/" : "/I/";
            case "target_name" -> target(number / 5);
            default -> other;
        };
    }

    /** Days of ten thousand, in no order (MJD). */
    static double begin(int number) {
        return 50_000 + new Random(number).nextDouble() * 10_000;
    }

    /** Five images have it. */
    static String target(int number) {
        return "target " + number;
    }
}
