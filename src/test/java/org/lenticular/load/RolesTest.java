package org.lenticular.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenticular.archive.Roles;
import org.lenticular.catalogue.ImageTable.StoredColumn;
import org.lenticular.load.MemoryStore.Kept;

/** A column is known for what it is by configuration, name, utype or UCD; its values become ObsCore's by unit. */
class RolesTest {
    private static final String BASE =
            "sources: { main: {} }\ndatasets: { products: [{ path: \"{file}\", semantics: \"#this\" }] }\n";

    private static Kept load(Path folder, String columns, String... lines) {
        return new Archive(folder)
                .table("t.csv", lines)
                .load("table: t.csv\nbad_rows: 0\n" + BASE + (columns.isEmpty() ? "" : "columns: " + columns + "\n"));
    }

    /** An ECSV of one row and these columns, each as name, unit, ucd, utype, value. */
    private static Kept described(Path folder, String config, String... columns) {
        StringBuilder header = new StringBuilder(
                "# %ECSV 1.0\n# ---\n# delimiter: ','\n# datatype:\n" + "# - {name: file, datatype: string}\n");
        StringBuilder names = new StringBuilder("file");
        StringBuilder values = new StringBuilder("a.fits");
        for (String column : columns) {
            String[] parts = column.split("\\|", -1);
            header.append("# - {name: %s, datatype: float64, unit: '%s', meta: {ucd: '%s', utype: '%s'}}\n"
                    .formatted(parts[0], parts[1], parts[2], parts[3]));
            names.append(',').append(parts[0]);
            values.append(',').append(parts[4]);
        }
        return new Archive(folder)
                .table("t.ecsv", header.toString().stripTrailing(), names.toString(), values.toString())
                .load("table: t.ecsv\nbad_rows: 0\n" + BASE + config);
    }

    @Test
    void everyRoleIsATerm() {
        assertThat(Roles.ALL).allSatisfy(role -> assertThat(Terms.byName(role)).isPresent());
    }

    @Test
    void namesAreKnownInAnyCase(@TempDir Path folder) {
        Kept kept = load(folder, "", "file,S_RA,s_dec,TARGET_NAME", "a.fits,10.5,-20.25,M31");
        assertThat(kept.column("S_RA").role()).isEqualTo("s_ra");
        assertThat(kept.cell(0, "SIA_ra")).isEqualTo("10.5");
        assertThat(kept.cell(0, "SIA_title")).isEqualTo("M31");
        assertThat(Sky.holds(kept.images().get(0), 10.5, -20.25)).isTrue();
    }

    @Test
    void utypesAreKnownWithAndWithoutPrefix(@TempDir Path folder) {
        Kept kept = described(
                folder,
                "",
                "x|deg||obscore:Char.SpatialAxis.Coverage.Location.Coord.Position2D.Value2.C1|10",
                "y|deg||char.spatialaxis.coverage.location.coord.position2d.value2.c2|20");
        assertThat(kept.column("x").role()).isEqualTo("s_ra");
        assertThat(kept.column("y").role()).isEqualTo("s_dec");
    }

    @Test
    void theMainPositionGoesBeforeAnyOther(@TempDir Path folder) {
        Kept kept = described(
                folder,
                "",
                "guide_ra|deg|pos.eq.ra||1",
                "guide_dec|deg|pos.eq.dec||2",
                "RAJ2000|deg|pos.eq.ra;meta.main||10",
                "DEJ2000|deg|POS_EQ_DEC_MAIN||20");
        assertThat(kept.column("RAJ2000").role()).isEqualTo("s_ra");
        assertThat(kept.column("DEJ2000").role()).isEqualTo("s_dec");
        assertThat(kept.column("guide_ra").role()).isNull();
    }

    @Test
    void aPlainPositionDoesWhereNoneIsTheMainOne(@TempDir Path folder) {
        Kept kept = described(folder, "", "alpha|deg|pos.eq.ra||10", "delta|deg|pos.eq.dec||20");
        assertThat(kept.column("alpha").role()).isEqualTo("s_ra");
    }

    @Test
    void sia1TablesAreKnownByTheirUcds(@TempDir Path folder) {
        Kept kept = described(
                folder,
                "",
                "r|deg|POS_EQ_RA_MAIN||10",
                "d|deg|POS_EQ_DEC_MAIN||20",
                "mid|d|VOX:Image_MJDateObs||55000.5");
        assertThat(kept.column("mid").role()).isEqualTo("SIA_dateobs");
    }

    @Test
    void whatIsConfiguredGoesBeforeNames(@TempDir Path folder) {
        Kept kept = load(folder, "{ s_ra: \"{ra2}\" }", "file,s_ra,s_dec,ra2", "a.fits,1,2,3");
        assertThat(kept.column("ra2").role()).isEqualTo("s_ra");
        assertThat(kept.column("s_ra").role()).isNull();
        assertThat(kept.cell(0, "SIA_ra")).isEqualTo("3.0");
    }

    @ParameterizedTest
    @CsvSource({
        "em_min, 600 nm, 6.0E-7",
        "em_min, 0.6 um, 6.0E-7",
        "em_min, 6000 Angstrom, 6.0E-7",
        "em_min, 2.1 mm, 0.0021",
        "em_min, 21.1 cm, 0.211",
        "em_min, 299792458 Hz, 1.0",
        "em_min, 1 GHz, 0.299792458",
        "em_min, 1 keV, 1.2398419843320026E-9",
        "em_min, 5e-7, 5.0E-7",
        "s_fov, 30 arcmin, 0.5",
        "s_fov, 1 rad, 57.29577951308232",
        "s_resolution, 1 deg, 3600.0",
        "t_exptime, 1.5 h, 5400.0",
        "t_exptime, 2 min, 120.0",
        "t_exptime, 0.5 d, 43200.0",
        "access_estsize, 2.5 MB, 2500",
        "access_estsize, 3000 byte, 3",
        "t_min, 2455055.5 JD, 55055.0",
        "t_min, 2000-01-01T12:00:00, 51544.5",
        "t_min, 2000-01-01 12:00:00., 51544.5",
        "t_min, 2000-01-01, 51544.0",
        "t_min, 51544.5 mjd, 51544.5",
        "s_pixel_scale, 21 arcsec, 21.0",
        "s_pixel_scale, 0.1 arcmin/pix, 6.0"
    })
    void valuesAreConvertedByTheUnitBehindThem(String role, String value, String expected, @TempDir Path folder) {
        Kept kept = load(folder, "{ " + role + ": \"" + value + "\" }", "file,s_ra,s_dec", "a.fits,1,2");
        assertThat(kept.cell(0, role)).isEqualTo(expected);
        assertThat(kept.column(role).own()).isFalse();
    }

    @Test
    void aColumnsOwnUnitCountsAndItsCellsStayAsTheyAre(@TempDir Path folder) {
        Kept kept = described(folder, "", "s_ra|deg|||10", "s_dec|deg|||20", "em_min|nm|||600");
        assertThat(kept.cell(0, "em_min")).isEqualTo("600.0");
        assertThat(kept.column("em_min").role()).isNull();
        assertThat(kept.cell(0, "lenticular_em_min")).isEqualTo("6.0E-7");
        assertThat(Objects.requireNonNull(kept.role("em_min")).column().name()).isEqualTo("lenticular_em_min");
    }

    @Test
    void datesMayClaimAUnit(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table(
                        "t.ecsv",
                        "# %ECSV 1.0",
                        "# ---",
                        "# delimiter: ','",
                        "# datatype:",
                        "# - {name: file, datatype: string}",
                        "# - {name: t_min, datatype: string, unit: iso-8601}",
                        "# - {name: s_ra, datatype: float64}",
                        "# - {name: s_dec, datatype: float64}",
                        "file,t_min,s_ra,s_dec",
                        "a,2000-01-01T12:00:00Z,1,2")
                .load("table: t.ecsv\n" + BASE);
        assertThat(kept.cell(0, "SIA_dateobs")).isEqualTo("51544.5");
        assertThat(kept.cell(0, "t_min")).isEqualTo("2000-01-01T12:00:00Z");
        assertThat(kept.cell(0, "lenticular_t_min")).isEqualTo("51544.5");
    }

    @Test
    void aUnitBehindTheTemplateGoesBeforeTheColumns(@TempDir Path folder) {
        Kept kept =
                described(folder, "columns: { em_min: \"{w} um\" }", "s_ra|deg|||10", "s_dec|deg|||20", "w|nm|||0.6");
        assertThat(kept.cell(0, "em_min")).isEqualTo("6.0E-7");
    }

    @Test
    void theHighestFrequencyIsTheShortestWave(@TempDir Path folder) {
        Kept kept = load(
                folder,
                "{ em_min: \"{low} GHz\", em_max: \"{high} GHz\" }",
                "file,s_ra,s_dec,low,high",
                "a.fits,1,2,84,116");
        double min = Double.parseDouble(String.valueOf(kept.cell(0, "em_min")));
        double max = Double.parseDouble(String.valueOf(kept.cell(0, "em_max")));
        assertThat(min).isEqualTo(299792458 / 116e9);
        assertThat(max).isEqualTo(299792458 / 84e9);
        assertThat(kept.cell(0, "SIA_bandpass_lolimit")).isEqualTo(kept.cell(0, "em_min"));
    }

    @Test
    void numbersThatAreNotThereStayEmpty(@TempDir Path folder) {
        Kept kept = load(
                folder,
                "{ em_min: \"{w} nm\", t_min: \"{date}\" }",
                "file,s_ra,s_dec,w,date",
                "a.fits,1,2,500,2001-01-01",
                "b.fits,1,2,,");
        assertThat(kept.cell(1, "em_min")).isNull();
        assertThat(kept.cell(1, "t_min")).isNull();
        assertThat(kept.cell(1, "SIA_dateobs")).isNull();
    }

    @Test
    void anIdentifierKeepsItsZeros(@TempDir Path folder) {
        Kept kept = load(folder, "", "file,s_ra,s_dec,obs_id", "a.fits,1,2,0112980201", "b.fits,1,2,0112980301");
        assertThat(kept.cell(0, "obs_id")).isEqualTo("0112980201");
        assertThat(kept.images().get(0).dataset()).isEqualTo("0112980201");
    }

    @Test
    void everyImageHasWhatObsCoreWantsAndItIsOfNoConcernToSia1(@TempDir Path folder) {
        Kept kept = load(folder, "", "file,s_ra,s_dec", "dir/a b#1.fits,1,2");
        assertThat(kept.cell(0, "obs_collection")).isEqualTo("c");
        assertThat(kept.cell(0, "obs_id")).isEqualTo("dir/a b#1.fits");
        assertThat(kept.cell(0, "obs_publisher_did"))
                .isEqualTo("ivo://lenticular.invalid/c?dir/a%20b%231.fits")
                .matches(did -> java.net.URI.create(did).isAbsolute());
        assertThat(kept.images().get(0).did()).as("two images may share it").isEmpty();
        assertThat(kept.column("obs_collection").implied()).isTrue();
        assertThat(kept.shown()).doesNotContain("obs_collection", "obs_id", "obs_publisher_did");
    }

    @Test
    void whatATableOrTheConfigurationTellsOfThemIsKept(@TempDir Path folder) {
        Kept kept = load(
                folder,
                "{ obs_publisher_did: \"ivo://a.b/c?{obs_id}\" }",
                "file,s_ra,s_dec,obs_id,obs_collection",
                "a.fits,1,2,7,stars");
        assertThat(kept.cell(0, "obs_publisher_did")).isEqualTo("ivo://a.b/c?7");
        assertThat(kept.cell(0, "obs_collection")).isEqualTo("stars");
        assertThat(kept.columns())
                .filteredOn(StoredColumn::implied)
                .extracting(StoredColumn::role)
                .as("the footprint is told by nobody")
                .containsExactly("s_region");
    }

    @Test
    void theFootprintByWhichAnImageIsFoundIsKeptAsTextWhereItsRowTellsNone(@TempDir Path folder) {
        Kept kept = load(
                folder,
                "",
                "file,s_ra,s_dec,s_fov,s_region",
                "a.fits,10,20,1,",
                "b.fits,10,20,1,circle 10 20 2",
                "c.fits,10,20,,");
        int implied = kept.columns().size() - 1;
        assertThat(kept.columns().get(implied).implied()).isTrue();
        assertThat(kept.images())
                .extracting(image -> image.cells().get(implied))
                .containsExactly("CIRCLE ICRS 10 20 0.5", null, null);
    }

    @Test
    void everyTableHasWhatSia1Demands(@TempDir Path folder) {
        Kept kept = load(folder, "", "file,s_ra,s_dec", "dir/a.fits,1,2");
        assertThat(kept.shown())
                .containsExactly(
                        "file",
                        "s_ra",
                        "s_dec",
                        "SIA_title",
                        "SIA_scale",
                        "SIA_naxis",
                        "SIA_naxes",
                        "SIA_format",
                        "SIA_ra",
                        "SIA_dec",
                        "SIA_reference",
                        "datalink",
                        "cloud_access");
        assertThat(kept.cell(0, "SIA_title")).isEqualTo("a.fits");
        assertThat(kept.cell(0, "datalink")).isEqualTo("dir/a.fits");
        assertThat(kept.cell(0, "SIA_naxis")).isNull();
    }

    @Test
    void aColumnThatIsAllOfTheDatasetTemplateIsTheIdentifier(@TempDir Path folder) {
        Kept kept = new Archive(folder)
                .table("t.csv", "file,s_ra,s_dec,key", "a.fits,1,2,k1")
                .load("table: t.csv\n" + BASE.replace("datasets: {", "datasets: { id: \"{key}\","));
        assertThat(kept.column("key").role()).isEqualTo("datalink");
        assertThat(kept.names()).doesNotContain("datalink");
    }
}
