package org.lenticular.archive;

import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which paths are meant: those that fit one of some patterns, from their first character to their last. In a pattern {@code *} stands for any
 * characters but {@code /}, {@code **} for any at all, <code>**&#47;</code> where a folder's name begins for any number of folders (none too),
 * {@code ?} for one character but {@code /}, {@code [a-z]} for one of those and {@code [!a-z]} for one of the others but {@code /}; anything else
 * for itself, in its own case. Immutable.
 */
public final class PathPatterns {
    /** Every path. */
    public static final PathPatterns ALL = new PathPatterns(List.of("**"), null);

    /** No path at all. */
    public static final PathPatterns NONE = new PathPatterns(List.of(), null);

    private final List<String> patterns;
    private final @Nullable Pattern regex;

    private PathPatterns(List<String> patterns, @Nullable Pattern regex) {
        this.patterns = patterns;
        this.regex = regex;
    }

    /**
     * Reads one pattern.
     *
     * @throws ParseException where it is none; its offset counts characters from 0
     */
    public static PathPatterns parse(String pattern) throws ParseException {
        return pattern.equals("**")
                ? ALL
                : new PathPatterns(
                        List.of(pattern), Pattern.compile(new PathPatternReader(pattern).regex(), Pattern.DOTALL));
    }

    /** The paths that fit one at least. */
    public static PathPatterns anyOf(List<PathPatterns> several) {
        if (several.contains(ALL)) {
            return ALL;
        }
        List<String> all =
                several.stream().flatMap(each -> each.patterns.stream()).toList();
        String regex = several.stream()
                .map(each -> each.regex)
                .filter(Objects::nonNull)
                .map(Pattern::pattern)
                .collect(Collectors.joining("|"));
        return all.isEmpty() ? NONE : new PathPatterns(all, Pattern.compile(regex, Pattern.DOTALL));
    }

    /** Whether the path fits. */
    public boolean match(String path) {
        return regex == null ? !patterns.isEmpty() : regex.matcher(path).matches();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathPatterns same && same.patterns.equals(patterns);
    }

    @Override
    public int hashCode() {
        return patterns.hashCode();
    }

    /** The patterns as they were written. */
    @Override
    public String toString() {
        return patterns.toString();
    }
}
