package org.lenticular.location;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenticular.fault.Quoted;

/**
 * A copy in a folder of this machine, as its path names it. Nothing of it has been looked at: any text can stand in a table.
 *
 * @param folder which nothing outside of is ever read from; absolute
 * @param path absolute, where it is a path at all
 */
public record LocalFile(Path folder, String path) {
    /** What addresses of files begin with. */
    public static final String SCHEME = "file://";

    /**
     * What a table or a client means by a name: a path below the folder, the whole path of a file in it, which tables of files often have, or the
     * address of a file (RFC 8089 §2).
     *
     * @param folder absolute, without {@code .} and {@code ..}
     */
    public static LocalFile named(Path folder, String name) {
        if (name.startsWith(SCHEME)) {
            String rest = name.substring(SCHEME.length());
            String encoded = rest.startsWith("localhost/") ? rest.substring("localhost".length()) : rest;
            return new LocalFile(folder, PercentEncoding.decoded(encoded).orElse(encoded));
        }
        String start = start(folder);
        return new LocalFile(folder, name.startsWith(start) ? name : start + withoutSlashes(name));
    }

    /** Its path below the folder; empty where it is outside of it by its name already. */
    public Optional<String> below() {
        String start = start(folder);
        return path.startsWith(start) ? Optional.of(withoutSlashes(path.substring(start.length()))) : Optional.empty();
    }

    private static String start(Path folder) {
        String text = folder.toString();
        return text.endsWith("/") ? text : text + "/";
    }

    private static String withoutSlashes(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }

    /** Why no file is ever served under this name, whatever there is on the disk: none is looked at. Empty where one can be. */
    public Optional<String> refusal() {
        try {
            named();
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of(String.valueOf(e.getReason()));
        }
    }

    /**
     * The file as it is now.
     *
     * @throws NoSuchFileException where there is none in the folder; the reason says more for operators
     * @throws PlaceException where nobody can say, such as when the folder itself is gone
     */
    public FoundFile find() throws NoSuchFileException, PlaceException {
        Path real = real();
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw none(attributes.isDirectory() ? "it is a directory" : "it is no regular file");
            }
            if (!Files.isReadable(real)) {
                throw unreadable(null);
            }
            return FoundFile.of(real, attributes);
        } catch (NoSuchFileException | PlaceException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Where it really is, links followed, be it a file or a directory: inside the folder in any case; thrown is what {@link #find} throws. */
    public Path real() throws NoSuchFileException, PlaceException {
        Path named = named();
        Path root;
        try {
            // Each time anew: the folder itself may be a link that is moved from one release to the next.
            root = folder.toRealPath();
        } catch (IOException e) {
            throw new PlaceException("the folder " + folder + " is not there; is its disk mounted?", e);
        }
        Path real;
        try {
            real = named.toRealPath();
        } catch (NoSuchFileException e) {
            throw none("there is no such file in " + folder);
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (!real.startsWith(root)) {
            throw none("a link leads out of " + folder);
        }
        return real;
    }

    private Path named() throws NoSuchFileException {
        Path named;
        try {
            named = Path.of(path);
        } catch (InvalidPathException e) {
            throw none(
                    "it is no path on this machine (outside of ASCII, Java needs a locale of UTF-8, such as LANG=C.UTF-8)");
        }
        for (Path name : named) {
            // Also where it would lead back into the folder: behind a link it is another place than it looks.
            if (name.toString().equals("..")) {
                throw none("a path with .. in it is not followed");
            }
        }
        if (!named.startsWith(folder)) {
            throw none("it is outside of " + folder);
        }
        return named;
    }

    private NoSuchFileException none(String reason) {
        return new NoSuchFileException(Quoted.value(path), null, reason);
    }

    private PlaceException unreadable(@Nullable IOException cause) {
        String why = cause instanceof FileSystemException known && known.getReason() != null
                ? " (" + known.getReason() + ")"
                : "";
        String message = "the file " + Quoted.value(path) + " cannot be read" + why
                + "; let the user of this process read it and enter its folders";
        return cause == null ? new PlaceException(message) : new PlaceException(message, cause);
    }
}
