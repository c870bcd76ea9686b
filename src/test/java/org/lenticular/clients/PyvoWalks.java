package org.lenticular.clients;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What astronomers do with Lenticular from Python, each walk a script of {@code src/test/python} that asks the running
 * server and says what it expected. One subclass for each pyvo.
 */
@ExtendWith(SharedServer.class)
abstract class PyvoWalks {
    private final Pyvo pyvo;

    PyvoWalks(Pyvo pyvo) {
        this.pyvo = pyvo;
    }

    @Test
    @DisplayName("the notebook, call for call: search, links, descriptor, one copy from each of four sources")
    void notebook(RunningServer server) {
        pyvo.walk("notebook.py", server.base());
    }

    @Test
    @DisplayName("the notebook's two rows: 48 columns by name, type, unit and value")
    void notebookColumns(RunningServer server) {
        pyvo.walk("notebook_columns.py", server.base());
    }

    @Test
    @DisplayName("the fornax client finds a bucket and a key behind every aws option")
    void fornax(RunningServer server) {
        pyvo.walk("fornax.py", server.base());
    }

    @Test
    @DisplayName("many datasets at once: iter_datalinks, a POST of 200 IDs, unknown ones among them")
    void batch(RunningServer server) {
        pyvo.walk("batch.py", server.base());
    }

    @Test
    @DisplayName("which copy: lists of sources, every copy, already in the search, links of all collections")
    void sources(RunningServer server) {
        pyvo.walk("sources.py", server.base());
    }

    @Test
    @DisplayName("astroquery.heasarc's way: row numbers by POST, directories back")
    void heasarc(RunningServer server) {
        pyvo.walk("heasarc.py", server.base());
    }

    @Test
    @DisplayName("mistakes come back as pyvo's errors, with the server's text")
    void mistakes(RunningServer server) {
        pyvo.walk("mistakes.py", server.base());
    }

    @Test
    @DisplayName("FORMAT=METADATA: the service's parameters and columns")
    void metadata(RunningServer server) {
        pyvo.walk("metadata.py", server.base());
    }

    @Test
    @DisplayName("search options: size, intersect, format, verbosity, maxrec")
    void options(RunningServer server) {
        pyvo.walk("options.py", server.base());
    }

    @Test
    @DisplayName("TESS around both poles and across RA 0: what plain vectors say, and nothing else")
    void tess(RunningServer server) {
        pyvo.walk("tess.py", server.base(), Path.of("conf/example/tess.csv").toAbsolutePath());
    }

    @Test
    @DisplayName("astropy's strict reader has nothing to say about any answer")
    void strict(RunningServer server) {
        pyvo.walk("strict.py", server.base());
    }

    @Test
    @DisplayName("one answer in every form: the same cells in all of them")
    void formats(RunningServer server) {
        pyvo.walk("formats.py", server.base());
    }
}
