package org.lenticular.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.FileUploadBoundaryException;
import org.apache.commons.fileupload2.core.MultipartInput.MalformedStreamException;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.lenticular.fault.FaultException;

/** Reads {@code multipart/form-data} (RFC 7578); the content of a file is a value like any other. */
final class Multipart {
    private static final String MALFORMED = "the request's body: not well-formed multipart/form-data";

    private Multipart() {}

    static void read(InputStream body, ContentType type, Pairs pairs) throws IOException {
        String boundary = type.parameter("boundary")
                .orElseThrow(() -> FaultException.usage("Content-Type: multipart/form-data without a boundary"));
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                    .get();
            input.setHeaderCharset(StandardCharsets.UTF_8);
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                byte[] name = name(input.readHeaders());
                ByteArrayOutputStream value = new ByteArrayOutputStream();
                input.readBodyData(value);
                pairs.add(name, value.toByteArray());
            }
            // What stands behind the last boundary says nothing, but has to be read for the connection to be used
            // again.
            body.transferTo(OutputStream.nullOutputStream());
        } catch (MalformedStreamException | FileUploadSizeException | IllegalArgumentException e) {
            throw FaultException.usage(MALFORMED);
        } catch (FileUploadBoundaryException e) {
            throw FaultException.usage("Content-Type: the boundary cannot be used");
        }
    }

    private static byte[] name(String headers) {
        String name = null;
        for (String line : headers.split("\r\n")) {
            int colon = line.indexOf(':');
            String header = colon < 0 ? "" : line.substring(0, colon).strip();
            if (header.equalsIgnoreCase("content-type")) {
                ContentType.parse(line.substring(colon + 1)).requireUtf8();
            } else if (header.equalsIgnoreCase("content-disposition")) {
                ParameterParser parser = new ParameterParser();
                parser.setLowerCaseNames(true);
                name = parser.parse(line.substring(colon + 1), ';').get("name");
            }
        }
        if (name == null) {
            throw FaultException.usage(
                    "the request's body: a part without a name; send Content-Disposition: form-data; name=\"…\"");
        }
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
