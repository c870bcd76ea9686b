package org.lenticular.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the process's standard streams lead. */
final class Terminals {
    private Terminals() {}

    /** Java knows only whether standard input and output are terminals, and from JDK 22 not even that: so the system is asked, where it tells. */
    static boolean isStandardError() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | RuntimeException e) {
            return System.console() != null;
        }
    }
}
