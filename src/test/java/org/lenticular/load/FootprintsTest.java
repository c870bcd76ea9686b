package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.catalogue.ImageRecord;
import org.lenticular.load.MemoryStore.Kept;

/** Where an image lies is taken from the best that its row says: region, pixels, field of view, position. */
class FootprintsTest {
    private static final String CONFIG = """
            table: t.csv
            sources: { main: {} }
            datasets: { products: [{ path: "{file}", semantics: "#this" }] }
            bad_rows: 0
            """;

    private static Kept load(Path folder, String columns, String... lines) {
        return new Archive(folder).table("t.csv", lines).load(CONFIG + "columns: { " + columns + " }\n");
    }

    private static ImageRecord only(Path folder, String columns, String... lines) {
        return load(folder, columns, lines).images().get(0);
    }

    @Test
    void aRegionGoesBeforeEverything(@TempDir Path folder) {
        ImageRecord image = only(folder, "s_fov: 10 deg", "file,s_ra,s_dec,s_region", "a,10,10,CIRCLE ICRS 50 50 1");
        assertThat(Sky.holds(image, 50.5, 50)).isTrue();
        assertThat(Sky.holds(image, 10, 10)).isFalse();
    }

    @Test
    void anEmptyRegionLeavesItToTheRest(@TempDir Path folder) {
        Kept kept = load(
                folder,
                "s_fov: \"{fov} deg\"",
                "file,s_ra,s_dec,s_region,fov",
                "a,10,10,CIRCLE ICRS 50 50 1,2",
                "b,10,10,,2",
                "c,10,10,,");
        assertThat(Sky.holds(kept.images().get(1), 10, 10.99)).isTrue();
        assertThat(Sky.holds(kept.images().get(1), 10, 11.01)).isFalse();
        assertThat(Sky.holds(kept.images().get(2), 10, 10)).isTrue();
        assertThat(Sky.holds(kept.images().get(2), 10, 10.01)).isFalse();
    }

    @Test
    void aRegionAloneGivesThePositionToo(@TempDir Path folder) {
        Kept kept = load(folder, "obs_collection: x", "file,s_region", "a,CIRCLE ICRS 350 50 1");
        assertThat(Double.parseDouble(String.valueOf(kept.cell(0, "SIA_ra"))))
                .isEqualTo(350, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void scaleAndPixelsMakeARectangle(@TempDir Path folder) {
        ImageRecord image = only(
                folder, "SIA_scale: \"-0.01 0.01\", SIA_naxis: 200 100, s_fov: 30 deg", "file,s_ra,s_dec", "a,0,0");
        assertThat(Sky.holds(image, 0.99, 0.49)).isTrue();
        assertThat(Sky.holds(image, 1.01, 0)).isFalse();
        assertThat(Sky.holds(image, 0, 0.51)).isFalse();
    }

    @Test
    void rotationTurnsIt(@TempDir Path folder) {
        ImageRecord image = only(
                folder,
                "s_pixel_scale: 36 arcsec, SIA_naxis: 200 100, SIA_rotation: 90 deg",
                "file,s_ra,s_dec",
                "a,0,0");
        assertThat(Sky.holds(image, 0, 0.99)).isTrue();
        assertThat(Sky.holds(image, 0.99, 0)).isFalse();
    }

    @Test
    void aMatrixGoesBeforeTheScale(@TempDir Path folder) {
        ImageRecord image = only(
                folder,
                "SIA_cd: \"{cd1_1} {cd1_2} {cd2_1} {cd2_2}\", SIA_crpix: \"{crpix1} {crpix2}\","
                        + " SIA_crval: \"{crval1} {crval2}\", s_xel1: \"{naxis1}\", s_xel2: \"{naxis2}\","
                        + " s_pixel_scale: 360 arcsec",
                "file,s_ra,s_dec,naxis1,naxis2,crpix1,crpix2,crval1,crval2,cd1_1,cd1_2,cd2_1,cd2_2",
                "a,0,0,100,100,0.5,0.5,20,0,0.01,0,0,0.01");
        assertThat(Sky.holds(image, 20.99, 0.99)).isTrue();
        assertThat(Sky.holds(image, 19.99, 0)).isFalse();
        assertThat(Sky.holds(image, 0, 0)).isFalse();
    }

    @Test
    void imagesWithoutAPositionAreFoundByNoRegion(@TempDir Path folder) {
        Archive archive = new Archive(folder).table("t.csv", "file,s_ra,s_dec", "a,10,20", "b,,");
        LoadReport report = archive.report(CONFIG);
        assertThat(report.images()).isEqualTo(2);
        assertThat(report.nowhere()).isEqualTo(1);
        assertThat(archive.store().kept("c").images().get(1).footprint()).isEmpty();
        assertThat(archive.store().kept("c").cell(1, "SIA_ra")).isNull();
    }

    @Test
    void negativeLongitudesAreWrapped(@TempDir Path folder) {
        Kept kept = load(folder, "obs_collection: x", "file,s_ra,s_dec", "a,-10.5,0");
        assertThat(kept.cell(0, "SIA_ra")).isEqualTo("349.5");
        assertThat(kept.cell(0, "s_ra")).isEqualTo("-10.5");
    }
}
