package org.lenticular.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.lenticular.cli.ServingBench;
import org.lenticular.cli.ServingBench.Case;
import org.lenticular.http.Endpoints;
import org.lenticular.protocol.Protocol;

/**
 * SIA 2.0 beside SIA 1.0: whole answers to the same cone, then to each kind of question; then 10,000 rows in each form, and requests of clients that have
 * the answer already. All in one run, in turns.
 */
final class AnswerBench {
    private static final int ROUNDS = 9;
    private static final List<String> FORMS =
            List.of("votable", "votable/b2", "csv", "tsv", "json", "ndjson", "fits", "text", "html");
    /** Of a cone of 5.2°: 10,000 of the half million images, and some more. */
    private static final String MANY = "/vo/sia2/query?POS=CIRCLE+180+0+17&MAXREC=10000&RESPONSEFORMAT=";

    private AnswerBench() {}

    /** Whole answers in turns, and which protocol makes them. */
    private record Kind(String name, Protocol protocol, IntFunction<String> request, int each) {}

    public static void main(String[] args) throws Exception {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        String only = args.length > 1 ? args[1] : "";
        try (SeededService service = SeededService.of(images, 1_000_000)) {
            if ("questions".contains(only)) {
                compare(questions(service), "a cone's of SIA 1.0");
            }
            if ("forms".contains(only)) {
                compare(forms(service), "TABLEDATA's");
            }
            if ("served".contains(only)) {
                ServingBench.run(service.endpoints(), served(service.endpoints()));
            }
        }
    }

    private static List<Kind> questions(SeededService service) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind("SIA 1.0, POS and SIZE=0.2", service.sia(), SearchBench::cone, 400));
        kinds.add(new Kind("SIA 2.0, RANGE of 0.2 deg", service.sia2(), AnswerBench::range, 400));
        kinds.add(new Kind("SIA 2.0, CIRCLE of 0.1 deg", service.sia2(), AnswerBench::circle, 400));
        kinds.add(new Kind("SIA 2.0, CIRCLE and TIME, 1000 days", service.sia2(), i -> circle(i) + time(i, 1000), 400));
        kinds.add(new Kind("SIA 2.0, TIME, a night, MAXREC=12", service.sia2(), i -> first(time(i, 0.5)), 400));
        kinds.add(new Kind("SIA 2.0, BAND and COLLECTION, MAXREC=12", service.sia2(), i -> first(band(i)), 400));
        return kinds;
    }

    private static List<Kind> forms(SeededService service) {
        List<Kind> kinds = new ArrayList<>();
        for (String form : FORMS) {
            kinds.add(new Kind("SIA 2.0, 10,000 rows, " + form, service.sia2(), i -> MANY + form, 1));
        }
        kinds.add(new Kind(
                "SIA 1.0, 10,000 rows, votable", service.sia(), i -> "/vo/sia?POS=180,0&SIZE=40&MAXREC=10000", 1));
        return kinds;
    }

    /** @param than what the first of them is */
    private static void compare(List<Kind> kinds, String than) {
        Map<Kind, double[]> rates = new LinkedHashMap<>();
        for (int round = -2; round < ROUNDS; round++) {
            for (Kind kind : kinds) {
                double rate = rate(kind);
                if (round >= 0) {
                    rates.computeIfAbsent(kind, key -> new double[ROUNDS])[round] = rate;
                }
            }
        }
        double[] first = rates.get(kinds.get(0));
        double size = size(kinds.get(0));
        rates.forEach((kind, own) -> {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, i -> own[i] / first[i]);
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %9.1f/s  %9.0f bytes  %5.2f of %s rate, %5.2f of its bytes a second%n",
                    kind.name(),
                    median(own),
                    size(kind),
                    median(ratios),
                    than,
                    median(ratios) * size(kind) / size);
        });
        System.out.println();
    }

    private static double size(Kind kind) {
        int n = kind.each() == 1 ? 1 : 200;
        long bytes = 0;
        for (int i = 0; i < n; i++) {
            bytes += SeededService.write(kind.protocol(), kind.request().apply(i));
        }
        return (double) bytes / n;
    }

    private static double rate(Kind kind) {
        // The thread's own time: on a machine that others use too, the clock on the wall measures them.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int n = 0;
        long spent = 0;
        while (spent < 400_000_000L) {
            for (int end = n + kind.each(); n < end; n++) {
                SeededService.write(kind.protocol(), kind.request().apply(n));
            }
            spent = threads.getCurrentThreadCpuTime() - start;
        }
        return n / (spent / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<Case> served(Endpoints endpoints) {
        List<Case> cases = new ArrayList<>();
        Optional<IntFunction<String>> sia = Optional.of(SearchBench::cone);
        cases.add(new Case("SIA 2.0, CIRCLE, against SIA 1.0", 4_000, AnswerBench::circle, 0.9, sia));
        cases.add(new Case("SIA 2.0, RANGE, against SIA 1.0", 4_000, AnswerBench::range, 0.9, sia));
        cases.add(new Case("SIA 2.0, CIRCLE", 4_000, AnswerBench::circle, 0));
        String circle = circle(1);
        String tagged = circle + "\nIf-None-Match: " + tag(endpoints, circle);
        cases.add(new Case("304", 10_000, i -> tagged, 0));
        cases.add(new Case("304, against the whole answer", 10_000, i -> tagged, 0, Optional.of(i -> circle)));
        for (String form : FORMS) {
            cases.add(new Case("10,000 rows, " + form, 20, i -> MANY + form, 0));
        }
        return cases;
    }

    private static String tag(Endpoints endpoints, String address) {
        return endpoints
                .sia2()
                .tag(SeededService.request(address, "http://bench"))
                .orElseThrow();
    }

    private static String circle(int i) {
        double[] p = SearchBench.place(i);
        return "/vo/sia2/query?POS=CIRCLE+" + p[0] + "+" + p[1] + "+0.1";
    }

    /** What SIA 1.0's SIZE=0.2 means. */
    private static String range(int i) {
        double[] p = SearchBench.place(i);
        double half = 0.1 / Math.cos(Math.toRadians(p[1]));
        return Math.abs(p[1]) > 89.8
                ? circle(i)
                : "/vo/sia2/query?POS=RANGE+" + (p[0] - half + 360) % 360 + "+" + (p[0] + half) % 360 + "+"
                        + (p[1] - 0.1) + "+" + (p[1] + 0.1);
    }

    private static String time(int i, double days) {
        double begin = SeededImages.begin(new Random(i).nextInt(1_000_000));
        return "&TIME=" + begin + "+" + (begin + days);
    }

    private static String band(int i) {
        double low = SeededImages.BANDS[i % SeededImages.BANDS.length];
        return "&BAND=" + low + "+" + low * 1.01 + "&COLLECTION="
                + SeededImages.COLLECTIONS.get(i % SeededImages.COLLECTIONS.size());
    }

    private static String first(String constraints) {
        return "/vo/sia2/query?MAXREC=12" + constraints;
    }
}
