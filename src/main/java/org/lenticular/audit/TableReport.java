package org.lenticular.audit;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenticular.audit.Summary.Counts;
import org.lenticular.fault.Quoted;

/** For people: a line for each copy that is missing or has another size, then what there is of each place. What cannot be said is counted. */
public final class TableReport implements Report {
    private final PrintWriter out;

    public TableReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void finding(String collection, AskedProduct product, AskedCopy copy) {
        if (copy.finding() == Finding.CANNOT_SAY) {
            return;
        }
        String location = copy.location();
        out.printf(
                Locale.ROOT,
                "%-10s  %s  %s  %s  (%s)%n",
                copy.finding().words(),
                collection,
                Quoted.oneLine(copy.source()),
                location == null ? Quoted.oneLine(product.path()) : Quoted.oneLine(location),
                detail(copy));
    }

    private static String detail(AskedCopy copy) {
        return copy.finding() == Finding.OTHER_SIZE
                ? String.format(Locale.ROOT, "%,d bytes, expected %,d", copy.length(), copy.expected())
                : Quoted.oneLine(copy.reason());
    }

    @Override
    public void nowhere(String collection, AskedProduct product) {
        out.printf(Locale.ROOT, "%-10s  %s  %s%n", NO_COPY, collection, Quoted.oneLine(product.path()));
    }

    @Override
    public void end(Summary summary) {
        out.printf(
                Locale.ROOT,
                "%s: %,d products%s%s%n",
                summary.collection(),
                summary.products(),
                summary.sample().map(TableReport::words).orElse(""),
                summary.complete() ? "" : " so far; the same command goes on from here");
        summary.sources().forEach((source, counts) -> {
            out.println("  " + Quoted.oneLine(source) + ": " + words(counts));
            for (Map.Entry<String, Long> reason : counts.reasons().entrySet()) {
                out.printf(
                        Locale.ROOT,
                        "    cannot say, %,d times: %s%n",
                        reason.getValue(),
                        Quoted.oneLine(reason.getKey()));
            }
        });
        if (summary.nowhere() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  of %,d products there is no copy anywhere: searches find them, and their links are faults%n",
                    summary.nowhere());
        }
        out.flush();
    }

    private static String words(Sample sample) {
        return String.format(
                Locale.ROOT,
                ", a sample: at most %,d copies of each source, drawn with --seed %d",
                sample.copies(),
                sample.seed());
    }

    private static String words(Counts counts) {
        if (counts.all() == 0) {
            return "nothing that it should have";
        }
        return Stream.of(Finding.values())
                .filter(finding -> counts.of(finding) > 0)
                .map(finding -> String.format(Locale.ROOT, "%,d %s", counts.of(finding), finding.words()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        out.flush();
    }
}
