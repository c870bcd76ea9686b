package org.lenticular.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        Supplier<String> nameless = () -> "a parameter's name";
        String label = text(nameless, name);
        // Before the value is decoded: a value is told of by its name, and a name may be as long as a value.
        require(label.length() <= longest, nameless, label.length(), "characters", longest);
        // A thousand values have one name: it is made fit for a message where there is one.
        Supplier<String> what = () -> Quoted.value(label);
        String content = text(what, value);
        require(content.length() <= longest, what, content.length(), "characters", longest);
        require(pairs.size() < most, what, pairs.size() + 1L, "values in one request", most);
        pairs.add(Map.entry(label, content));
    }

    /** What was read so far: a fault found later is told in the form that the earlier ones asked for. */
    Parameters parameters() {
        return Parameters.of(pairs);
    }

    private static String text(Supplier<String> what, byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FaultException.usage(what.get() + ": not UTF-8; send text as UTF-8, percent-encoded");
        }
        if (text.indexOf('\0') >= 0) {
            throw FaultException.usage(what.get() + ": holds a NUL character; send text without it");
        }
        return text;
    }

    /** Without a NUL. So nearly all is, and needs no decoder. */
    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean within, Supplier<String> what, long found, String unit, long limit) {
        if (!within) {
            throw FaultException.usage(
                    what.get() + ": " + found + " " + unit + " are too many; the limit of this service is " + limit);
        }
    }
}
