package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenticular.archive.Held;
import org.lenticular.archive.Product;
import org.lenticular.load.MemoryStore.Kept;
import org.lenticular.table.Column;

/** The bundled example: chanmaster has the notebook's 48 columns, and tess its footprints, dates and places. */
class ExampleCollectionsTest {
    private static Kept chanmaster = Kept.NOTHING;
    private static Kept tess = Kept.NOTHING;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        Archive archive = new Archive(folder);
        for (String name : List.of("chanmaster.ecsv", "products.ecsv", "tess.csv")) {
            archive.bytes(name, Files.readAllBytes(Path.of("conf/example", name)));
        }
        chanmaster = archive.load("""
                table: chanmaster.ecsv
                datasets: { id: "{datalink}", products: products.ecsv }
                sources:
                  main: { base: "https://heasarc.gsfc.nasa.gov/FTP/" }
                  aws:us-east1: { path: "{s3}" }
                bad_rows: 0
                """);
        tess = new Archive(folder).load("""
                        table: tess.csv
                        datasets: { id: "{obs_id}", products: [{ path: "{path}", semantics: "#this", content_type: application/fits }] }
                        sources:
                          main: { base: "https://archive.stsci.edu/missions/tess/" }
                          aws:us-east1: { holds: listed, path: "{s3}" }
                        columns:
                          instrument_name: TESS
                          obs_title: "TESS sector {sector}"
                          access_format: application/fits
                          t_min: "{t_start}"
                          t_max: "{t_stop}"
                          em_min: 600 nm
                          em_max: 1000 nm
                        bad_rows: 0
                        """);
    }

    /** Name, VOTable type with arraysize, unit: in the notebook's order. */
    private static final List<String> NOTEBOOK = List.of(
            "obsid char* null",
            "status char* null",
            "name char* null",
            "ra double deg",
            "dec double deg",
            "time double mjd",
            "detector char* null",
            "grating char* null",
            "exposure double s",
            "type char* null",
            "pi char* null",
            "public_date int mjd",
            "datalink char* null",
            "t_min double d",
            "t_resolution double s",
            "t_max double d",
            "t_exptime double s",
            "em_res_power double null",
            "s_region char* deg",
            "s_ra double deg",
            "s_dec double deg",
            "s_resolution float arcsec",
            "access_estsize int kbyte",
            "s_fov double deg",
            "o_ucd char* null",
            "access_url char* null",
            "obs_publisher_did char* null",
            "obs_id char* null",
            "obs_collection char* null",
            "target_name char* null",
            "instrument_name char* null",
            "facility_name char* null",
            "pol_states char* null",
            "calib_level int null",
            "access_format char* null",
            "dataproduct_type char* null",
            "em_min double m",
            "em_max double m",
            "SIA_title char* null",
            "SIA_scale double* null",
            "SIA_naxis int* null",
            "SIA_naxes int null",
            "SIA_format char* null",
            "SIA_reference char* null",
            "SIA_ra double null",
            "SIA_dec double null",
            "SIA_instrument char* null",
            "cloud_access char* null");

    @Test
    void chanmasterHasTheNotebooksColumns() {
        assertThat(chanmaster.columns().stream().filter(each -> !each.implied()).map(each -> {
                    Column column = each.column();
                    String size = column.arraysize() == null ? "" : column.arraysize();
                    return column.name() + " " + column.type().word() + size + " " + column.unit();
                }))
                .containsExactlyElementsOf(NOTEBOOK);
    }

    @Test
    void chanmastersColumnsPlayTheirRoles() {
        assertThat(chanmaster.column("datalink").is("datalink")).isTrue();
        assertThat(chanmaster.column("cloud_access").is("cloud_access")).isTrue();
        assertThat(chanmaster.column("cloud_access").own()).isFalse();
        assertThat(chanmaster.columns().stream().limit(47)).allMatch(each -> each.own());
        for (String name : NOTEBOOK.subList(13, 47)) {
            String role = name.substring(0, name.indexOf(' '));
            assertThat(chanmaster.column(role).role()).isEqualTo(role);
        }
        assertThat(chanmaster.column("ra").role()).isNull();
    }

    @Test
    void chanmastersValuesAreTheNotebooks() {
        assertThat(chanmaster.images()).hasSize(2);
        assertThat(chanmaster.cell(0, "obsid")).isEqualTo("15158");
        assertThat(chanmaster.cell(0, "exposure")).isEqualTo("8080.0");
        assertThat(chanmaster.cell(0, "t_min")).isEqualTo("56363.8531481481");
        assertThat(chanmaster.cell(0, "t_max")).isEqualTo("56363.9466666667");
        assertThat(chanmaster.cell(0, "em_min")).isEqualTo("1.24E-10");
        assertThat(chanmaster.cell(0, "s_resolution")).isNull();
        assertThat(chanmaster.cell(1, "access_estsize")).isEqualTo("228059");
        assertThat(chanmaster.cell(0, "SIA_scale")).isEqualTo("-0.0013666666666667 0.0013666666666667");
        assertThat(chanmaster.cell(0, "SIA_naxis")).isEqualTo("1024 1024");
        assertThat(chanmaster.cell(0, "access_url")).isNull();
        assertThat(chanmaster.cell(0, "SIA_reference")).isNull();
        assertThat(chanmaster.images().get(1).format()).isEqualTo("image/jpeg");
        assertThat(chanmaster.images().get(0).did())
                .contains("ivo://nasa.heasarc/chanmaster?15158/acisf15158N003_cntr_img2.fits");
        assertThat(chanmaster.images().get(0).path())
                .isEqualTo("chandra/data/byobsid/8/15158/primary/acisf15158N003_cntr_img2.fits.gz");
        assertThat(chanmaster.images().get(0).held()).isEmpty();
    }

    @Test
    void chanmastersImagesAre1point4DegreesWide() {
        assertThat(Sky.holds(chanmaster.images().get(0), 181.29 + 0.69 / Math.cos(Math.toRadians(39.347)), 39.347))
                .isTrue();
        assertThat(Sky.holds(chanmaster.images().get(0), 181.29, 39.347 + 0.71)).isFalse();
    }

    @Test
    void chanmastersProductsAreTheNotebooksAndTheDirectories() {
        List<Product> four = chanmaster.products("18244:chandra.obs.img");
        assertThat(four).hasSize(4);
        assertThat(four.get(0).semantics()).isEqualTo("#this");
        assertThat(four.get(0).path()).isEqualTo(chanmaster.images().get(0).path());
        assertThat(four.get(0).contentLength()).isNull();
        Product observation = chanmaster.products("18244").get(0);
        assertThat(observation.contentType()).isEqualTo("directory");
        assertThat(observation.path()).isEqualTo("chandra/data/byobsid/8/15158/");
        assertThat(observation.held()).isEmpty();
        Product other = chanmaster.products("2487").get(0);
        assertThat(other.contentLength()).isEqualTo(138024287L);
        assertThat(other.held())
                .containsEntry("aws:us-east1", Held.at("s3://nasa-heasarc/chandra/data/byobsid/4/554/"));
        assertThat(chanmaster.products()).hasSize(22);
        assertThat(chanmaster.holders()).containsExactlyInAnyOrder("main", "aws:us-east1");
    }

    @Test
    void tessLiesWhereItsFootprintsSay() {
        assertThat(tess.images()).hasSize(1088);
        assertThat(tess.images().stream().filter(each -> Sky.holds(each, 0, 90)))
                .hasSize(8);
        assertThat(tess.images().stream().filter(each -> Sky.holds(each, 0, -90)))
                .hasSize(7);
        assertThat(Sky.holds(tess.images().get(0), 319.52061, -41.11658)).isTrue();
    }

    @Test
    void tessDatesAndBandAreConverted() {
        assertThat(tess.cell(0, "t_start")).isEqualTo("2018-08-09T07:37:15");
        assertThat(Double.parseDouble(String.valueOf(tess.cell(0, "t_min"))))
                .isEqualTo(58339 + (7 * 3600 + 37 * 60 + 15) / 86400.0);
        assertThat(Double.parseDouble(String.valueOf(tess.cell(0, "SIA_dateobs"))))
                .isEqualTo(58339 + (7 * 3600 + 52 * 60 + 15) / 86400.0, org.assertj.core.data.Offset.offset(1e-10));
        assertThat(tess.cell(0, "em_min")).isEqualTo("6.0E-7");
        assertThat(tess.cell(0, "em_max")).isEqualTo("1.0E-6");
        assertThat(tess.cell(0, "SIA_bandpass_refvalue")).isEqualTo("8.0E-7");
        assertThat(tess.column("em_min").column().unit()).isEqualTo("m");
        assertThat(tess.column("t_start").role()).isNull();
    }

    @Test
    void tessFilesAreAtTwoPlaces() {
        assertThat(tess.images().get(0).path())
                .isEqualTo("ffi/s0001/2018/221/1-1/tess2018221072942-s0001-1-1-0120-s_ffic.fits");
        assertThat(tess.images().get(0).dataset()).isEqualTo("tess2018221072942-s0001-1-1");
        assertThat(tess.images().get(0).held())
                .containsOnly(java.util.Map.entry(
                        "aws:us-east1",
                        Held.at("s3://stpubdata/tess/public/ffi/s0001/2018/221/1-1/"
                                + "tess2018221072942-s0001-1-1-0120-s_ffic.fits")));
        assertThat(tess.products("tess2018221072942-s0001-1-1")).singleElement().satisfies(product -> {
            assertThat(product.contentType()).isEqualTo("application/fits");
            assertThat(product.contentLength()).isNull();
        });
        assertThat(tess.cell(0, "SIA_title")).isEqualTo("TESS sector 1");
        assertThat(tess.cell(0, "SIA_naxes")).isEqualTo("2");
        assertThat(tess.cell(0, "SIA_naxis")).isNull();
    }

    @Test
    void tessIdentifiersGetAColumnSinceTheirsIsTheObservation() {
        assertThat(tess.column("obs_id").is("obs_id")).isTrue();
        assertThat(tess.column("datalink").is("datalink")).isTrue();
        assertThat(tess.cell(5, "datalink")).isEqualTo(tess.cell(5, "obs_id"));
        assertThat(tess.shown()).endsWith("SIA_reference", "datalink", "cloud_access");
    }
}
