package org.lenticular.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lenticular.location.FoundFile;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.FileBody;

/** Several parts of a file as one body, {@code multipart/byteranges} (RFC 9110 §14.6). */
final class Parts implements Answer.Body {
    private final FoundFile file;
    private final List<Ranges.Part> parts;
    private final String contentType;

    Parts(FoundFile file, List<Ranges.Part> parts, String contentType) {
        this.file = file;
        this.parts = parts;
        this.contentType = contentType;
    }

    String multipartType() {
        return "multipart/byteranges; boundary=" + boundary();
    }

    static String contentRange(FoundFile file, Ranges.Part part) {
        return "bytes " + part.from() + "-" + (part.end() - 1) + "/" + file.length();
    }

    /** What no file holds: a file's tag is told when the file is made, and never before. */
    private String boundary() {
        return "part-" + file.etag().replace("\"", "");
    }

    @Override
    public long length() {
        long length = end().length;
        for (Ranges.Part part : parts) {
            length += head(part).length + part.length();
        }
        return length;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        for (Ranges.Part part : parts) {
            out.write(head(part));
            new FileBody(file, part.from(), part.length()).write(out);
        }
        out.write(end());
    }

    private byte[] head(Ranges.Part part) {
        return bytes("\r\n--" + boundary() + "\r\nContent-Type: " + contentType + "\r\nContent-Range: "
                + contentRange(file, part) + "\r\n\r\n");
    }

    private byte[] end() {
        return bytes("\r\n--" + boundary() + "--\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
