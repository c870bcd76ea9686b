package org.lenticular.sia2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.config.AccessUrl;
import org.lenticular.fault.FaultException;
import org.lenticular.location.CopyChooser;
import org.lenticular.location.Places;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Origin;
import org.lenticular.protocol.Parameters;
import org.lenticular.protocol.Request;
import org.lenticular.protocol.Served;
import org.lenticular.sia2.MemoryCatalogue.Image;
import org.lenticular.sky.Cap;
import org.lenticular.sky.Region;
import org.lenticular.table.Datatype;
import org.lenticular.table.VotableDocument;

/**
 * Two collections: {@code optical}, four images along the equator at right ascension 0, 10, 20 and 30, 1° wide; {@code radio}, three cubes at the
 * north pole, at the south pole and nowhere, whose addresses lead to links. Asked as clients do.
 */
final class Telescopes {
    static final String BASE = "https://us.example.org/lenticular";

    final MemoryCatalogue catalogue = new MemoryCatalogue();
    final Map<String, Served> collections = new LinkedHashMap<>();
    final Sia2Protocol sia2;

    Telescopes() {
        loadOptical("optical-1");
        loadRadio();
        CopyChooser copies = new CopyChooser("optical", List.of(Places.MAIN, Places.EAST, Places.NOWHERE));
        collections.put(
                "optical",
                new Served(
                        "optical", "Optical", copies, List.of(), Optional.of("doi:10.5072/optical"), AccessUrl.IMAGE));
        collections.put(
                "radio",
                new Served(
                        "radio",
                        "Radio",
                        new CopyChooser("radio", List.of(Places.MAIN, Places.EAST), List.of(Places.NOWHERE.source())),
                        List.of(),
                        Optional.empty(),
                        AccessUrl.LINKS));
        sia2 = protocol(collections);
    }

    Sia2Protocol protocol(Map<String, Served> some) {
        return new Sia2Protocol(
                catalogue,
                some,
                new Sia2Protocol.Limits(100, 1000, 50),
                new Origin(
                        Optional.of("Hill <&> Co"),
                        Optional.of("help@example.org"),
                        "Lenticular/1",
                        Clock.fixed(Instant.parse("2026-11-24T12:00:00.5Z"), ZoneOffset.UTC)));
    }

    void loadOptical(String version) {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, String> cells = new LinkedHashMap<>(Map.of(
                    "datalink",
                    "optical:" + i,
                    "obs_publisher_did",
                    "ivo://example/Optical?" + i,
                    "obs_id",
                    "o" + i,
                    "obs_collection",
                    "Survey",
                    "dataproduct_type",
                    "Image",
                    "calib_level",
                    i + ".0",
                    "access_format",
                    i == 3 ? "image/jpeg" : "image/fits",
                    "access_estsize",
                    Integer.toString(500 * (1 + 10 * i)),
                    "target_name",
                    i == 1 ? "Barnard's star" : "Field " + i,
                    "t_min",
                    Integer.toString(58849 + 400 * i)));
            cells.put("t_max", Integer.toString(58850 + 400 * i));
            cells.put("t_exptime", Integer.toString(100 * i));
            cells.put("s_fov", "1.0");
            cells.put("s_resolution", "0." + (i + 1));
            cells.put("SIA_ra", i + "0.0");
            cells.put("SIA_dec", "0.0");
            cells.put("em_min", "4.0E-7");
            cells.put("em_max", i < 2 ? "5.0E-7" : "9.0E-7");
            cells.put("facility_name", "Hill");
            cells.put("instrument_name", i % 2 == 0 ? "Camera" : "Kamera ä");
            cells.put("obs_title", "Night " + i);
            images.add(new Image("o/" + i + ".fits", Optional.of(Cap.of(10 * i, 0, 0.5)), cells));
        }
        catalogue.load(
                "optical",
                version,
                images,
                MemoryCatalogue.own("kind", "dataproduct_type", Datatype.CHAR),
                MemoryCatalogue.own("level", "calib_level", Datatype.DOUBLE),
                MemoryCatalogue.own("INSTRUME", "instrument_name", Datatype.UNICODE_CHAR));
    }

    private void loadRadio() {
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, String> cells = new LinkedHashMap<>(Map.of(
                    "datalink", "radio:" + i,
                    "obs_publisher_did", "ivo://example/radio?" + i + "&x",
                    "obs_collection", "Deep",
                    "dataproduct_type", "cube",
                    "calib_level", "3",
                    "access_format", "application/fits",
                    "em_res_power", "100" + i,
                    "t_resolution", "10",
                    "em_min", "0.1",
                    "em_max", "0.2"));
            cells.put("pol_states", i == 0 ? "/I/Q/" : i == 1 ? "POLI" : "XX YY");
            cells.put("s_region", i == 2 ? "" : "0 " + (i == 0 ? "90" : "-90") + " 1");
            cells.put("proposal_id", "P" + i);
            Optional<Region> footprint = i == 2 ? Optional.empty() : Optional.of(Cap.of(0, i == 0 ? 90 : -90, 1));
            cells.values().removeIf(String::isEmpty);
            images.add(new Image("r/" + i + ".fits", footprint, cells));
        }
        catalogue.load("radio", "radio-1", images, MemoryCatalogue.own("pol", "pol_states", Datatype.CHAR));
    }

    /** What a client gets that sends these pairs, {@code NAME=value}. */
    Reply ask(String... pairs) throws IOException {
        return ask(sia2, null, pairs);
    }

    Reply ask(Sia2Protocol protocol, @Nullable String accept, String... pairs) throws IOException {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            sent.add(Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        Request request = new Request(Parameters.of(sent), "", BASE, accept);
        Answer answer;
        try {
            answer = protocol.answer(request);
        } catch (FaultException e) {
            answer = protocol.fault(request, e.fault());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Answer.Body body = answer.body()) {
            body.write(out);
        }
        return new Reply(answer, out.toByteArray());
    }

    /** The last words of the identifiers of what is found: {@code o0 o1 r2}. */
    String found(String... pairs) throws IOException {
        VotableDocument answer = ask(pairs).votable();
        if (!answer.status().equals("OK")) {
            throw new AssertionError(answer.message());
        }
        return String.join(
                " ",
                answer.column("obs_publisher_did").stream()
                        .map(did -> did.replaceAll(".*/(.).*\\?(\\d).*", "$1$2").toLowerCase(java.util.Locale.ROOT))
                        .toList());
    }

    /** An answer, all of it. */
    record Reply(Answer answer, byte[] body) {
        VotableDocument votable() {
            return VotableDocument.read(body);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String link() {
            return answer.headers().getOrDefault("Link", "");
        }

        /** The values of the INFOs of a name. */
        List<String> infos(String name) {
            return votable().attributes("/VOTABLE/RESOURCE/INFO[@name='" + name + "']", "value");
        }
    }
}
