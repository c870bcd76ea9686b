package org.lenticular.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.lenticular.fault.FaultException;
import org.lenticular.location.FoundFile;
import org.lenticular.location.PlaceException;

/**
 * A file of ours, or a part of one, as a body. It is open only while it is written.
 *
 * @param from the first byte
 * @param length how many
 */
public record FileBody(FoundFile file, long from, long length) implements Answer.Body {
    private static final int PIECE = 128 * 1024;

    /** The whole file. */
    public FileBody(FoundFile file) {
        this(file, 0, file.length());
    }

    /** @throws FaultException {@code TransientFault} where it is no longer the file that was found, or became shorter meanwhile */
    @Override
    public void write(OutputStream out) throws IOException {
        try (FileChannel channel = open()) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, length));
            for (long sent = 0; sent < length; sent += piece.position()) {
                piece.clear().limit((int) Math.min(piece.capacity(), length - sent));
                // At a place and not in turn: what a file gains at its end meanwhile is no part of the answer.
                if (channel.read(piece, from + sent) < 0) {
                    throw changed();
                }
                out.write(piece.array(), 0, piece.position());
            }
        }
    }

    /**
     * Makes sure that the file is there still, as it was found.
     *
     * @throws FaultException {@code TransientFault} where it is not
     */
    public void check() throws IOException {
        open().close();
    }

    private FileChannel open() throws IOException {
        try {
            return file.open();
        } catch (PlaceException | java.nio.file.FileSystemException e) {
            throw changed();
        }
    }

    private static FaultException changed() {
        return FaultException.unavailable("the file was changed while it was sent; ask for it again");
    }
}
