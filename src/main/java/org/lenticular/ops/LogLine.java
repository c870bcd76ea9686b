package org.lenticular.ops;

import ch.qos.logback.classic.pattern.Abbreviator;
import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * An event as one line: when (UTC), level, who, what, and a stack trace with bars for its line ends. Logback's own pattern of the same would load
 * a hundred classes, most of them colours, before the first line.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+\\s*");
    private static final int NAME_LENGTH = 24;

    private final Abbreviator names = new TargetLengthBasedClassNameAbbreviator(NAME_LENGTH);

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(WHEN.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(' ')
                .append(event.getLevel());
        while (line.length() < "2026-01-01T00:00:00.000Z ERROR".length()) {
            line.append(' ');
        }
        line.append(' ').append(names.abbreviate(event.getLoggerName())).append(' ');
        line.append(LINE_ENDS.matcher(event.getFormattedMessage()).replaceAll(" "));
        if (event.getThrowableProxy() != null) {
            String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
            line.append(' ').append(LINE_ENDS.matcher(trace.strip()).replaceAll(" | "));
        }
        return line.append('\n').toString();
    }
}
