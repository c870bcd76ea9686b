package org.lenticular.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lenticular.config.Config;
import org.lenticular.fault.FaultException;
import org.lenticular.fault.Quoted;
import org.lenticular.protocol.Parameters;

/** The names and values of one request, as they are read: UTF-8 or a fault, within the operator's limits. Not thread-safe. */
final class Pairs {
    /** What a request may hold besides its identifiers: more than any protocol has parameters, each repeated. */
    private static final int BESIDES_IDS = 100;

    private final int most;
    private final int longest;
    private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

    Pairs(Config.Limits limits) {
        most = limits.maxIds() + BESIDES_IDS;
        longest = limits.maxValue();
    }

    /** Adds one pair, whose percent-encoding is gone already. */
    void add(byte[] name, byte[] value) {
        String label = text("a parameter's name", name);
        // Before the value is decoded: a value is told of by its name, and a name may be as long as a value.
        require(label.length() <= longest, "a parameter's name", label.length(), "characters", longest);
        String content = text(Quoted.value(label), value);
        require(content.length() <= longest, Quoted.value(label), content.length(), "characters", longest);
        require(pairs.size() < most, Quoted.value(label), pairs.size() + 1L, "values in one request", most);
        pairs.add(Map.entry(label, content));
    }

    /** What was read so far: a fault found later is told in the form that the earlier ones asked for. */
    Parameters parameters() {
        return Parameters.of(pairs);
    }

    private static String text(String what, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FaultException.usage(what + ": not UTF-8; send text as UTF-8, percent-encoded");
        }
        if (text.indexOf('\0') >= 0) {
            throw FaultException.usage(what + ": holds a NUL character; send text without it");
        }
        return text;
    }

    private static void require(boolean within, String what, long found, String unit, long limit) {
        if (!within) {
            throw FaultException.usage(
                    what + ": " + found + " " + unit + " are too many; the limit of this service is " + limit);
        }
    }
}
