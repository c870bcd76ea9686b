package org.lenticular.location.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lenticular.archive.Location;
import org.lenticular.location.Address;
import org.lenticular.location.CloudAccess;
import org.lenticular.location.FoundFile;
import org.lenticular.location.Listed;
import org.lenticular.location.LocalFile;
import org.lenticular.location.LocationResolver;
import org.lenticular.location.PercentEncoding;
import org.lenticular.location.PlaceException;
import org.lenticular.location.Probe;
import org.lenticular.location.SettingProblem;

/**
 * A folder of this machine. Its locations are {@code file://} and the path as the file system has it, nothing encoded; no client gets one, but the
 * lasting address, where the service sends the bytes.
 */
public final class FilePlace implements LocationResolver {
    private final Path folder;
    private final Location root;

    private FilePlace(Path folder) {
        this.folder = folder;
        this.root = new Location(LocalFile.SCHEME + folder);
    }

    @Override
    public Location locate(String at) {
        if (Location.isWhole(at) && !at.startsWith(LocalFile.SCHEME)) {
            Location whole = new Location(at);
            return whole.isWeb() ? new Location(PercentEncoding.address(at)) : whole;
        }
        return new Location(LocalFile.SCHEME + LocalFile.named(folder, at).path());
    }

    private static boolean isOurs(Location location) {
        return location.text().startsWith(LocalFile.SCHEME);
    }

    /** What lies on this machine has no address of its own: whoever hands one out goes by {@link #file} first. */
    @Override
    public Address link(Location location) {
        if (isOurs(location)) {
            throw new IllegalStateException("a file of this machine is handed out by its lasting address only");
        }
        return Address.of(location);
    }

    @Override
    public Optional<Address> web(Location location) {
        return location.isWeb() ? Optional.of(Address.of(location)) : Optional.empty();
    }

    @Override
    public Optional<LocalFile> file(Location location) {
        return isOurs(location)
                ? Optional.of(new LocalFile(folder, location.text().substring(LocalFile.SCHEME.length())))
                : Optional.empty();
    }

    @Override
    public Optional<CloudAccess> cloudAccess(Location location) {
        return Optional.empty();
    }

    @Override
    public Optional<Location> root() {
        return Optional.of(root);
    }

    @Override
    public Probe probe(Location location) {
        Optional<LocalFile> file = file(location);
        if (file.isEmpty()) {
            return Probe.unknown("is no file of this machine");
        }
        try {
            if (location.equals(root)) {
                file.get().real();
                return Probe.there(null, null, null);
            }
            FoundFile found = file.get().find();
            return Probe.there(found.length(), found.etag(), found.modified());
        } catch (NoSuchFileException e) {
            return Probe.notThere(String.valueOf(e.getReason()));
        } catch (PlaceException e) {
            return Probe.unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Stream<Listed> list(Location directory) throws PlaceException {
        LocalFile named = file(directory).orElseThrow(() -> new PlaceException("is no folder of this machine"));
        try {
            return FolderWalk.of(folder, named.real());
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
    }

    /** The kind {@code file}. */
    public static final class Kind implements LocationResolver.Kind {
        @Override
        public String name() {
            return "file";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of(
                    "folder",
                    "where the files are on this machine, such as /data/fits; links out of it are not followed");
        }

        @Override
        public Set<String> paths() {
            return Set.of("folder");
        }

        @Override
        public Set<String> schemes() {
            return Set.of("file");
        }

        @Override
        public LocationResolver open(Map<String, String> settings) throws SettingProblem {
            String text = settings.get("folder");
            if (text == null) {
                throw new SettingProblem("folder", "is missing; a place of kind file needs it, such as /data/fits");
            }
            try {
                return new FilePlace(checked(Path.of(text)).normalize());
            } catch (InvalidPathException e) {
                throw new SettingProblem("folder", "is no path; write one such as /data/fits");
            }
        }

        private static Path checked(Path folder) throws SettingProblem {
            if (!folder.isAbsolute()) {
                throw new SettingProblem("folder", "is no absolute path; write one such as /data/fits");
            }
            // Where there is none now, its disk may be mounted later: the place is down until then, and all else is
            // served.
            if (!Files.exists(folder)) {
                return folder;
            }
            if (!Files.isDirectory(folder)) {
                throw new SettingProblem("folder", "is no folder; name the folder that the files are in");
            }
            if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
                throw new SettingProblem("folder", "cannot be read; let the user of this process read and enter it");
            }
            return folder;
        }
    }
}
