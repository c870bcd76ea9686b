package org.lenticular.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases. {@code case: title} begins one, a line such as {@code GET /vo/sia?POS=1,2} is its request, and each
 * other line a key and a value: {@code header}, {@code form} and {@code part} belong to the request, the rest is what is
 * expected. What is expected before the first case is expected in every case of the file. Lines that begin with
 * {@code #} are for people.
 */
final class CaseFile {
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (/\\S*)");
    private static final Pattern KEY_AND_VALUE = Pattern.compile("([a-z-]+): (.*)");

    private final Path file;
    private final List<Expectation> common = new ArrayList<>();
    private final List<RequestCase> cases = new ArrayList<>();
    private @Nullable Draft draft;

    private CaseFile(Path file) {
        this.file = file;
    }

    static List<RequestCase> read(Path file) {
        CaseFile reader = new CaseFile(file);
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                reader.read(i + 1, lines.get(i).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader.finish();
        return List.copyOf(reader.cases);
    }

    private void read(int number, String line) {
        Matcher request = REQUEST.matcher(line);
        Matcher pair = KEY_AND_VALUE.matcher(line);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (draft != null && request.matches()) {
            draft.method = request.group(1);
            draft.address = request.group(2);
        } else if (pair.matches()) {
            read(number, pair.group(1), pair.group(2));
        } else {
            throw new IllegalArgumentException("%s:%d: cannot be understood: %s".formatted(file, number, line));
        }
    }

    private void read(int number, String key, String value) {
        if (key.equals("case")) {
            finish();
            draft = new Draft(value, number);
            draft.expectations.addAll(common);
        } else if (draft == null) {
            common.add(Expectation.of(key, value));
        } else {
            draft.add(key, value);
        }
    }

    private void finish() {
        if (draft != null) {
            cases.add(draft.finished());
        }
        draft = null;
    }

    /** The case that is being read. */
    private static final class Draft {
        final String title;
        final int line;
        final List<String> headers = new ArrayList<>();
        final List<String> form = new ArrayList<>();
        final List<String> parts = new ArrayList<>();
        final List<Expectation> expectations = new ArrayList<>();
        String method = "";
        String address = "";

        Draft(String title, int line) {
            this.title = title;
            this.line = line;
        }

        void add(String key, String value) {
            switch (key) {
                case "header" -> headers.add(value);
                case "form" -> form.add(value);
                case "part" -> parts.add(value);
                default -> expectations.add(Expectation.of(key, value));
            }
        }

        RequestCase finished() {
            if (method.isEmpty() || expectations.isEmpty()) {
                throw new IllegalArgumentException("The case '%s' asks or expects nothing".formatted(title));
            }
            return new RequestCase(title, line, method, address, headers, form, parts, expectations);
        }
    }
}
