package org.lenticular.sia2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.FaultException;

/**
 * Where an answer goes on that was cut: at one image of one collection, in one state of the catalogue. Clients take it as it is.
 *
 * @param state of the loads of all collections, in a few bytes
 * @param query what was asked, in a few bytes
 * @param collection its place in the configuration, from 0
 * @param image its number in the catalogue's order, from 0
 */
record Cursor(long state, int query, int collection, long image) {
    static final String PARAMETER = "CURSOR";

    /** Goes up when what follows it means something else. */
    private static final byte FORMAT = 2;

    private static final int LENGTH = 1 + Long.BYTES + Integer.BYTES + Short.BYTES + Long.BYTES;

    /** In the state that these versions make, for the query that these constraints make. */
    static Cursor at(List<String> versions, List<String> constraints, int collection, long image) {
        return new Cursor(hash(versions).getLong(), hash(constraints).getInt(), collection, image);
    }

    private static ByteBuffer hash(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put(FORMAT)
                .putLong(state)
                .putInt(query)
                .putShort((short) collection)
                .putLong(image);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads one that was given out while the catalogue was in this state, to this query.
     *
     * @throws FaultException where it is none, or of another query, or of another state (410: there is nothing to go on with)
     */
    static Cursor read(String text, Loaded loaded, List<String> constraints) {
        Cursor cursor = parse(text.strip());
        if (cursor == null || cursor.collection() >= loaded.versions().size() || cursor.image() < 0) {
            throw FaultException.usage(
                    PARAMETER,
                    text,
                    "is none that was given out here; send the one that stands behind an answer, with the same query, or none");
        }
        if (cursor.state() != hash(loaded.versions()).getLong()) {
            throw FaultException.usage(
                    410,
                    PARAMETER + ": the catalogue was loaded anew since the first part of the answer, so it cannot go on"
                            + " where that ended; begin again without " + PARAMETER);
        }
        if (cursor.query() != hash(constraints).getInt()) {
            throw FaultException.usage(PARAMETER
                    + ": it was given out to another query, whose images it goes on with; send the same constraints again, or begin without "
                    + PARAMETER);
        }
        return cursor;
    }

    private static @Nullable Cursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH || bytes.get() != FORMAT) {
                return null;
            }
            Cursor cursor =
                    new Cursor(bytes.getLong(), bytes.getInt(), Short.toUnsignedInt(bytes.getShort()), bytes.getLong());
            // Base64 has several ways to write the same bytes; ours is one.
            return cursor.text().equals(text) ? cursor : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
