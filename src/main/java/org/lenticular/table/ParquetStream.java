package org.lenticular.table;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** A stream as Parquet's library takes it, for one file. It is its owner's: never flushed or closed, and left alone once it has failed. */
final class ParquetStream implements OutputFile {
    /** No more is written at once, however much is handed over. */
    private static final int PIECE = 16 * 1024;

    private final OutputStream out;

    ParquetStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public PositionOutputStream create(long blockSize) {
        return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
        return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    private static final class Counted extends PositionOutputStream {
        private final OutputStream out;
        private long position;
        private @Nullable IOException failure;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (failure != null) {
                // The writer tries to end its file as it is closed.
                throw new IOException("the stream has failed before", failure);
            }
            for (int done = 0; done < length; done += PIECE) {
                try {
                    out.write(bytes, offset + done, Math.min(PIECE, length - done));
                } catch (IOException e) {
                    failure = e;
                    throw e;
                }
            }
            position += length;
        }
    }
}
