package org.lenticular.load;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with rate and remaining time, on a terminal. */
final class BarProgress implements Progress {
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final String what;
    private @Nullable ProgressBar bar;

    /** @param what is counted, for people */
    BarProgress(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    @Override
    public void begin(String collection, long rows) {
        broken();
        bar = new ProgressBarBuilder()
                .setTaskName(collection)
                .setInitialMax(rows)
                .setUnit(" " + what, 1)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    @Override
    public void expect(long rows) {
        if (bar != null) {
            bar.maxHint(rows);
        }
    }

    @Override
    public void rows(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void note(String message) {
        // Over the bar, which is drawn anew below.
        out.println("\r" + " ".repeat(WIDTH) + "\r" + message);
    }

    @Override
    public void end(LoadReport report) {
        broken();
        out.println(report);
    }

    @Override
    public void broken() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
