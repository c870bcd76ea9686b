package org.lenticular.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;

/**
 * A request's media type with its parameters.
 *
 * @param type in lower case, such as {@code multipart/form-data}
 * @param parameters by name in lower case
 */
record ContentType(String type, Map<String, String> parameters) {
    static ContentType parse(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new ContentType(type, parser.parse(header, ';'));
    }

    /** A parameter's value, without quotes. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Refuses another character set: its bytes would be taken for UTF-8, and some would even pass. */
    void requireUtf8() {
        String charset = parameter("charset").orElse("utf-8").toLowerCase(Locale.ROOT);
        if (!charset.equals("utf-8") && !charset.equals("utf8") && !charset.equals("us-ascii")) {
            throw FaultException.usage(
                    "Content-Type: the charset " + Quoted.value(charset) + " is not read here; send UTF-8");
        }
    }
}
