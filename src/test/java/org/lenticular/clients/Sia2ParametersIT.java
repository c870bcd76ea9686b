package org.lenticular.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three images, of which two have a value of every column that SIA 2.0 can ask for, and one has none; pyvo asks for them by each parameter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Sia2ParametersIT {
    private static final String TABLE = """
            obs_id,obs_publisher_did,file,s_ra,s_dec,s_fov,s_resolution,em_min,em_max,em_res_power,t_min,t_max,t_exptime,t_resolution,pol_states,obs_collection,\
            facility_name,instrument_name,dataproduct_type,calib_level,target_name,access_format
            a,ivo://org.example/all?a,a.fits,2,4,15,1.5,4e-7,5e-7,4,58849.2,58849.9,30,2,/I/YY/,ABC,TEL1,INST1,image,0,Barnard's star,image/fits
            b,ivo://org.example/all?b,b.jpg,13,35,58,5,2.9e-3,3.1e-3,1000,58999,59001,100,10,/Q/U/,EFG,TEL2,INST2,cube,1,M 31,image/jpeg
            c,ivo://org.example/all?c,c.fits,,,,,,,,,,,,,,,,,,,image/fits
            """;

    private static final String CONFIGURATION = """
            sources:
              main-server: { kind: http, base: "https://archive.example.org/" }
            collections:
              all:
                table: all.csv
                datasets: { id: "{obs_id}", products: [ { path: "{file}" } ] }
                columns: { s_region: "Circle ICRS {s_ra} {s_dec} 0.1" }
            """;

    private final RunningServer server;

    Sia2ParametersIT(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("all.csv"), TABLE);
        server = RunningServer.serve(folder, Files.writeString(folder.resolve("lenticular.yaml"), CONFIGURATION));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("each parameter of SIA 2.0, in every shape in which pyvo takes it, finds the images that meet it")
    void everyParameter(Pyvo pyvo) {
        pyvo.walk("sia2_parameters.py", server.base());
    }
}
