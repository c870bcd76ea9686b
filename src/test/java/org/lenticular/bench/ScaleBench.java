package org.lenticular.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.lenticular.protocol.Answer;
import org.lenticular.protocol.Protocol;

/**
 * What ten million images take: run by {@code bench/scale} in heaps of a fixed size. Nights by TIME without POS, against half a million images, where a look at
 * every image would take twenty times as long; and answers from ten rows to all, with the heap that is alive while they are sent.
 */
final class ScaleBench {
    private static final int SMALL = 500_000;
    private static final int NIGHTS = 2_000;
    private static final int ROUNDS = 5;

    private ScaleBench() {}

    /** @param args {@code load} or {@code nights} or {@code answers}, then how many images */
    public static void main(String[] args) throws Exception {
        int images = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
        switch (args[0]) {
            case "load" -> SeededService.of(images, images).close();
            case "nights" -> nights(images);
            default -> answers(images);
        }
    }

    private static void nights(int images) throws Exception {
        try (SeededService small = SeededService.of(SMALL, SMALL);
                SeededService large = SeededService.of(images, images)) {
            double[][] micros = new double[4][ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                // As many images of twenty times as many: a night there is shorter.
                double[] now = {
                    micros(small, 0.5), micros(large, 0.5 * SMALL / images), micros(large, 0.5), everything(small)
                };
                for (int i = 0; round >= 0 && i < now.length; i++) {
                    micros[i][round] = now[i];
                }
            }
            double[] median = Arrays.stream(micros)
                    .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[ROUNDS / 2])
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "whole answers to TIME alone: half a day of %d images %.0f us; as many images of %d %.0f us (%.2f of it); half a day of these %.0f us (%.2f of it)%n",
                    SMALL,
                    median[0],
                    images,
                    median[1],
                    median[1] / median[0],
                    median[2],
                    median[2] / median[0]);
            System.out.printf(
                    Locale.ROOT, "a look at each of %d images (SPATRES that none has): %.0f us%n", SMALL, median[3]);
        }
    }

    private static double micros(SeededService service, double days) {
        long start = threadTime();
        for (int i = 0; i < NIGHTS; i++) {
            double begin = 50_000 + new Random(i).nextDouble() * 9_999;
            SeededService.write(service.sia2(), "/vo/sia2/query?TIME=" + begin + "+" + (begin + days));
        }
        return (threadTime() - start) / 1e3 / NIGHTS;
    }

    private static double everything(SeededService service) {
        long start = threadTime();
        SeededService.write(service.sia2(), "/vo/sia2/query?COUNT=true&SPATRES=1.05+1.06");
        return (threadTime() - start) / 1e3;
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void answers(int images) throws Exception {
        System.out.printf("heap of at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        try (SeededService service = SeededService.of(images, images)) {
            String all = "/vo/sia2/query?RESPONSEFORMAT=";
            send(service.sia2(), "count", "/vo/sia2/query?COUNT=true&TIME=0+99999", images);
            for (String form : List.of("votable", "csv", "votable/b2")) {
                for (int rows : new int[] {10, 10_000, images}) {
                    send(service.sia2(), form, all + form + "&MAXREC=" + rows, rows);
                }
            }
        }
    }

    private static void send(Protocol protocol, String what, String address, int rows) throws IOException {
        HeapSamples samples = new HeapSamples();
        long start = threadTime();
        Answer answer = protocol.answer(SeededService.request(address, "https://bench.example.org"));
        try (Answer.Body body = answer.body()) {
            body.write(samples);
            samples.sample();
        }
        double seconds = (threadTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-10s %8d rows %12d bytes %7.1f s, alive in the heap when so many MB were sent: %s%n",
                what,
                rows,
                samples.bytes,
                seconds,
                samples.alive);
    }

    /** Counts what is written, and looks now and then what of the heap is alive. */
    private static final class HeapSamples extends OutputStream {
        private long bytes;
        private long next = 1 << 20;
        /** Megabytes of the heap, by those that were sent. */
        private final TreeMap<Long, String> alive = new TreeMap<>();

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
            if (bytes > next) {
                sample();
                next *= 8;
            }
        }

        private void sample() {
            System.gc();
            Runtime heap = Runtime.getRuntime();
            alive.put(
                    bytes >> 20,
                    String.format(Locale.ROOT, "%.1f", (heap.totalMemory() - heap.freeMemory()) / 1048576.0));
        }
    }
}
