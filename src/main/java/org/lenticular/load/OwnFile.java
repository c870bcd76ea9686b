package org.lenticular.load;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import uk.ac.starlink.util.FileDataSource;

/** A file of the operator's, whose reading ends when its thread is interrupted: STIL may read all of it before it hands out the first row. */
final class OwnFile extends FileDataSource {
    OwnFile(File file) throws IOException {
        super(file);
    }

    @Override
    protected InputStream getRawInputStream() throws IOException {
        return new FilterInputStream(super.getRawInputStream()) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                check();
                return super.read(bytes, offset, length);
            }
        };
    }

    private static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("loading was interrupted");
        }
    }
}
