package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;
import org.lenticular.table.Datatype;

/** Tables of four archives, none of them made for us, each served after a few lines of configuration. */
class RealTablesTest {
    @Test
    void esoNeedsNothingButASourceForItsAddresses(@TempDir Path folder) {
        Archive archive = new Archive(folder).resource("eso_vvv.csv");
        LoadReport report = archive.report(ESO);
        assertThat(report.images()).isEqualTo(24);
        assertThat(report.leftOut()).isEqualTo(26);
        assertThat(report.badRows()).isZero();
        Kept kept = archive.store().kept("c");
        assertThat(kept.names()).startsWith("col1", "abmaglim");
        assertThat(kept.cell(0, "dp_id")).isEqualTo("ADP.2014-11-12T16:17:07.630");
        assertThat(kept.images().get(0).row()).isEqualTo(2);
        assertThat(kept.cell(0, "t_xel")).isNull();
        assertThat(kept.cell(0, "obs_title")).isNull();
        assertThat(Sky.holds(kept.images().get(0), 265.9635, -29.297)).isTrue();
        assertThat(kept.images().get(0).dataset()).isEqualTo("ivo://eso.org/ID?ADP.2014-11-12T16:17:07.630");
        assertThat(kept.images().get(0).path())
                .isEqualTo("datalink/links?ID=ivo://eso.org/ID?ADP.2014-11-12T16:17:07.630");
        assertThat(kept.images().get(0).held())
                .containsEntry(
                        "main",
                        Held.at(
                                "http://archive.eso.org/datalink/links?ID=ivo://eso.org/ID?ADP.2014-11-12T16:17:07.630"));
        assertThat(kept.cell(0, "SIA_naxis")).isEqualTo("12766 12766");
        assertThat(kept.cell(0, "SIA_title")).isEqualTo("b333");
        assertThat(kept.cell(0, "SIA_filesize")).isEqualTo("201026000");
    }

    private static final String ESO = """
            table: eso_vvv.csv
            sources: { main: {} }
            """;

    @Test
    void hubbleHasNoFootprintAndNoAddress(@TempDir Path folder) {
        Archive archive = new Archive(folder).resource("hst_m31.vot");
        Kept kept = archive.load("""
                table: hst_m31.vot
                datasets: { id: "{observation_id}", products: [{ path: "{collection}/{observation_id}.fits", semantics: "#this" }] }
                sources: { main: {} }
                columns:
                  s_ra: "{ra}"
                  s_dec: "{dec}"
                  s_fov: "{fov_size} deg"
                  t_min: "{start_time_mjd}"
                  t_max: "{end_time}"
                  t_exptime: "{exposure_duration} s"
                  em_min: "{wave_min} nm"
                  em_max: "{wave_max} nm"
                  SIA_bandpass_id: "{filter}"
                  dataproduct_type: "{data_product_type}"
                """);
        assertThat(kept.images()).hasSize(40);
        assertThat(kept.images().get(0).path()).isEqualTo("HLA/hst_09634_9c_wfpc2_f300w_pc_01.fits");
        assertThat(Sky.holds(kept.images().get(0), 10.665746, 41.33491 + 0.007)).isTrue();
        assertThat(Sky.holds(kept.images().get(0), 10.665746, 41.33491 + 0.0071))
                .isFalse();
        assertThat(kept.cell(0, "em_min")).isEqualTo("2.5497E-7");
        assertThat(kept.column("start_time_mjd").is("t_min")).isTrue();
        assertThat(Double.parseDouble(String.valueOf(kept.cell(0, "t_max"))))
                .isCloseTo(52454 + (17 * 3600 + 45 * 60 + 56.79072) / 86400, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(kept.column("target_moving").column().type()).isEqualTo(Datatype.BOOLEAN);
        assertThat(kept.cell(0, "target_moving")).isEqualTo("false");
        assertThat(kept.cell(0, "gal_lat")).isNull();
        assertThat(kept.column("filter").role()).isEqualTo("SIA_bandpass_id");
        assertThat(kept.cell(0, "SIA_bandpass_unit")).isEqualTo("meters");
    }

    @Test
    void hubblesFieldOfViewMayBeTheSameForAll(@TempDir Path folder) {
        Kept kept = new Archive(folder).resource("hst_m31.vot").load("""
                        table: hst_m31.vot
                        datasets: { id: "{observation_id}", products: [{ path: "{observation_id}", semantics: "#this" }] }
                        sources: { main: {} }
                        columns: { s_ra: "{ra}", s_dec: "{dec}", s_fov: 3 arcmin }
                        """);
        assertThat(Sky.holds(kept.images().get(0), 10.665746, 41.33491 + 1.49 / 60))
                .isTrue();
        assertThat(Sky.holds(kept.images().get(0), 10.665746, 41.33491 + 1.51 / 60))
                .isFalse();
        assertThat(kept.cell(0, "s_fov")).isEqualTo("0.05");
    }

    @Test
    void almasShapesAreTakenWithTheirHoles(@TempDir Path folder) {
        Kept kept = new Archive(folder).resource("alma_shapes.xml").load("""
                        table: alma_shapes.xml
                        datasets: { products: [{ path: "{obs_publisher_did}.fits", semantics: "#this" }] }
                        sources: { main: {} }
                        columns: { em_min: "{frequency}", em_max: "{frequency}" }
                        """);
        assertThat(kept.images()).hasSize(5);
        assertThat(Sky.holds(kept.images().get(0), 337.250736, -69.175076)).isTrue();
        assertThat(Sky.holds(kept.images().get(1), 266.297, -29.07)).isTrue();
        assertThat(Sky.holds(kept.images().get(1), 266.3375206596382, -29.04661351679843))
                .isFalse();
        // The middle of the hole of GOODS South.
        assertThat(Sky.holds(kept.images().get(3), 53.155, -27.785)).isFalse();
        assertThat(Sky.holds(kept.images().get(3), 53.09, -27.82)).isTrue();
        assertThat(Sky.holds(kept.images().get(4), 24.6816, 10.3248)).isFalse();
        assertThat(kept.role("s_region")).isNotNull();
        assertThat(Double.parseDouble(String.valueOf(kept.cell(0, "em_min"))))
                .isEqualTo(299792458 / 103.4188615997524e9, org.assertj.core.data.Offset.offset(1e-17));
    }

    @Test
    void heasarcsManifestsAreApartByBars(@TempDir Path folder) {
        Archive archive = new Archive(folder).resource("heasarc_manifests.psv");
        Kept kept = archive.load(HEASARC);
        assertThat(kept.images()).hasSize(21);
        assertThat(kept.images().get(0).path()).isEqualTo("chandra/data/byobsid/4//554/");
        assertThat(kept.images().get(0).held())
                .containsEntry("aws:us-east1", Held.at("s3://nasa-heasarc/chandra/data/byobsid/4/554/"))
                .doesNotContainKey("main");
        Product product = kept.products("ivo://nasa.heasarc/xmmmaster?2108").get(0);
        assertThat(product.contentLength()).isEqualTo(597299883L);
        assertThat(product.contentType()).isEqualTo("directory");
        assertThat(kept.images())
                .allSatisfy(image -> assertThat(image.footprint()).isPresent());
    }

    @Test
    void aFormatThatIsGivenGoesBeforeTheEnding(@TempDir Path folder) {
        Archive archive = new Archive(folder).bytes("list.txt", Archive.read("heasarc_manifests.psv"));
        Kept kept =
                archive.load(HEASARC.replace("heasarc_manifests.psv", "{ file: list.txt, format: csv(delimiter=|) }"));
        assertThat(kept.images()).hasSize(21);
    }

    private static final String HEASARC = """
            table: heasarc_manifests.psv
            datasets:
              products: [{ path: "{access_url}", semantics: "#this", content_type: directory, content_length: "{bytes}" }]
            sources:
              main: { base: "https://heasarc.gsfc.nasa.gov/FTP/" }
              aws:us-east1: { holds: listed, path: "{aws}" }
            columns:
              obs_publisher_did: "{id}"
              s_ra: "{resolved_ra}"
              s_dec: "{resolved_dec}"
              target_name: "{target}"
            """;
}
