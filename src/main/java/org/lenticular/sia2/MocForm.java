package org.lenticular.sia2;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lenticular.coverage.Moc;
import org.lenticular.coverage.MocFits;
import org.lenticular.coverage.MocJson;
import org.lenticular.coverage.MocText;
import org.lenticular.fault.FaultException;
import org.lenticular.protocol.Negotiation;
import org.lenticular.protocol.Request;

/** The forms of a coverage map (MOC 2.0 §3.4), and which of them a client wants. */
enum MocForm {
    FITS("fits", "application/fits", MocFits::write),
    JSON("json", "application/json", MocJson::write),
    ASCII("ascii", "text/plain", MocText::write);

    private static final String PARAMETER = "RESPONSEFORMAT";

    private final String word;
    private final String type;
    private final Writer writer;

    private interface Writer {
        void write(Moc map, OutputStream out) throws IOException;
    }

    MocForm(String word, String type, Writer writer) {
        this.word = word;
        this.type = type;
        this.writer = writer;
    }

    /**
     * What RESPONSEFORMAT says, else what Accept likes best of these, else FITS.
     *
     * @throws FaultException where RESPONSEFORMAT names none of them
     */
    static MocForm of(Request request) {
        Optional<String> asked = request.parameters().given(PARAMETER);
        return asked.isEmpty()
                ? accepted(request)
                : named(asked.get())
                        .orElseThrow(() -> FaultException.usage(
                                PARAMETER,
                                asked.get(),
                                "is no form of a coverage map; use one of fits, json and ascii, or a media type of one of"
                                        + " them, or leave it out"));
    }

    /** The same for a fault, which must be told whatever the client sent. */
    static MocForm ofFault(Request request) {
        return request.parameters().all(PARAMETER).stream()
                .findFirst()
                .flatMap(MocForm::named)
                .orElseGet(() -> accepted(request));
    }

    private static MocForm accepted(Request request) {
        return Negotiation.accepted(request, MocForm::ofType).orElse(FITS);
    }

    private static Optional<MocForm> named(String value) {
        String name = value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.word.equals(name) || form.type.equals(name))
                .findFirst();
    }

    private static Optional<MocForm> ofType(String type) {
        return Arrays.stream(values()).filter(form -> form.type.equals(type)).findFirst();
    }

    /** The header. */
    String contentType() {
        return this == ASCII ? type + ";charset=UTF-8" : type;
    }

    void write(Moc map, OutputStream out) throws IOException {
        writer.write(map, out);
        if (this == ASCII) {
            out.write('\n');
        }
    }
}
