package org.lenticular.load;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A table file cannot be read, or not to its end. */
final class TableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean sinkFailed;
    private final String reason;

    /**
     * @param row the last row that was read whole; 0 where none was
     */
    TableException(Path file, long row, String reason, @Nullable Throwable cause) {
        super((row == 0 ? file.toString() : file + " behind row " + row) + ": " + reason, cause);
        this.sinkFailed = false;
        this.reason = reason;
    }

    /** Whoever took the rows failed. */
    TableException(Path file, long row, Exception sinkFailure) {
        super(file + " at row " + (row + 1) + ": " + sinkFailure.getMessage(), sinkFailure);
        this.sinkFailed = true;
        this.reason = String.valueOf(sinkFailure.getMessage());
    }

    /** Why, without the file's name. */
    String reason() {
        return reason;
    }

    /** Whether it was no fault of the file. */
    boolean sinkFailed() {
        return sinkFailed;
    }

    /** What people can make of an exception of a reader. */
    static String reason(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof EOFException) {
                return "the file ends too early (is it whole?)";
            } else if (t instanceof FileNotFoundException || t instanceof NoSuchFileException) {
                return "there is no such file, or it cannot be read";
            }
        }
        String message = failure.getMessage();
        // Xerces' words for a document that breaks off, which few readers of tables know.
        if (message != null && message.contains("must start and end within the same entity")) {
            return message.replaceFirst("XML document structures.*", "the file ends too early (is it whole?)");
        }
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message.strip();
    }
}
