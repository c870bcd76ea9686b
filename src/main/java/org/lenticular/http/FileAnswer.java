package org.lenticular.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Fault;
import org.lenticular.location.FoundFile;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.FileBody;

/** What of a file a client gets: all, some parts, or that it has it already. */
final class FileAnswer {
    private final FoundFile file;
    private final Answer whole;
    private final Function<Fault, Answer> faults;

    private FileAnswer(FoundFile file, Answer whole, Function<Fault, Answer> faults) {
        this.file = file;
        this.whole = whole;
        this.faults = faults;
    }

    /**
     * The answer that goes out in place of one with a whole file; any other answer stays what it is.
     *
     * @param faults how the protocol tells of a fault
     */
    static Answer of(Answer answer, HttpServletRequest in, Function<Fault, Answer> faults) {
        if (!(answer.body() instanceof FileBody body)) {
            return answer;
        }
        FoundFile file = body.file();
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("ETag", file.etag());
        headers.put("Last-Modified", HttpDate.of(file.modified()));
        headers.put("Accept-Ranges", "bytes");
        Answer whole = new Answer(answer.status(), answer.contentType(), headers, body);
        // Only GET has ranges (RFC 9110 §14.2), and a form that is posted has neither.
        return switch (in.getMethod()) {
            case "GET" -> new FileAnswer(file, whole, faults).conditional(new Conditions(in, file), true);
            case "HEAD" -> new FileAnswer(file, whole, faults).conditional(new Conditions(in, file), false);
            default -> whole;
        };
    }

    private Answer conditional(Conditions conditions, boolean ranges) {
        if (conditions.failed()) {
            return faults.apply(new Fault(
                    Fault.Word.USAGE,
                    412,
                    "the file has changed: it is not the one that If-Match or If-Unmodified-Since name"));
        }
        if (conditions.unchanged()) {
            return new Answer(304, "", whole.headers(), Answer.NONE);
        }
        return ranges ? parts(conditions.range()) : whole;
    }

    private Answer parts(@Nullable String range) {
        Optional<Ranges> ranges = range == null ? Optional.empty() : Ranges.of(range, file.length());
        if (ranges.isEmpty()) {
            return whole;
        }
        if (ranges.get().tooMany()) {
            return unsatisfiable("Range: more than " + Ranges.MOST + " ranges; ask for fewer at a time");
        }
        return switch (ranges.get().parts().size()) {
            case 0 ->
                unsatisfiable(
                        "Range: the file has " + file.length() + " bytes, and none of those; bytes are counted from 0");
            case 1 -> part(ranges.get().parts().get(0));
            default -> {
                Parts parts = new Parts(file, ranges.get().parts(), whole.contentType());
                yield new Answer(206, parts.multipartType(), whole.headers(), parts);
            }
        };
    }

    private Answer part(Ranges.Part part) {
        FileBody body = new FileBody(file, part.from(), part.length());
        return new Answer(206, whole.contentType(), whole.headers(), body)
                .with("Content-Range", Parts.contentRange(file, part));
    }

    private Answer unsatisfiable(String message) {
        return faults.apply(new Fault(Fault.Word.USAGE, 416, message))
                .with("Content-Range", "bytes */" + file.length());
    }
}
