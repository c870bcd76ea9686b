package org.lenticular.load;

import java.util.ArrayList;
import java.util.List;
import org.lenticular.config.Config;
import org.lenticular.config.Config.CollectionSettings;
import org.lenticular.config.Problem;

/** What a configuration that works still leaves out, and clients then miss: no mistakes, and nothing that stops a load. */
final class Advice {
    private final List<Problem> list = new ArrayList<>();

    private Advice() {}

    /** Of all collections whose tables can be read. */
    static List<Problem> on(Config config) {
        Advice advice = new Advice();
        boolean makesIdentifiers = false;
        for (CollectionSettings settings : config.collections().values()) {
            Plan plan = Plan.of(config, settings, new Problems(settings.name()));
            if (plan != null) {
                advice.on(plan.roles(), "collections." + settings.name() + ".columns.");
                makesIdentifiers |= !plan.roles().has("obs_publisher_did");
            }
        }
        if (makesIdentifiers && config.service().authority().equals(Config.Service.NO_AUTHORITY)) {
            advice.add(
                    "service.authority",
                    "is not there, so images get identifiers that begin with ivo://" + Config.Service.NO_AUTHORITY
                            + ", which nobody can publish",
                    "add the domain of the archive: authority: archive.example.org");
        }
        return advice.list;
    }

    private void on(RoleMap roles, String columns) {
        if (!roles.has("dataproduct_type")) {
            add(
                    columns + "dataproduct_type",
                    "is said by nothing, so SIA 2.0's DPTYPE finds none of these images",
                    "add to columns: dataproduct_type: image (or cube, or a template over a column)");
        }
        if (!roles.has("calib_level")) {
            add(
                    columns + "calib_level",
                    "is said by nothing, so SIA 2.0's CALIB finds none of these images",
                    "add to columns: calib_level: 2 (0 raw, 1 instrumental, 2 calibrated, 3 enhanced, 4 analysed; or a template over a column)");
        }
    }

    private void add(String key, String reason, String remedy) {
        list.add(new Problem(key, "", reason, remedy));
    }
}
