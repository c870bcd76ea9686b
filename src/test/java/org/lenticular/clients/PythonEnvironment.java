package org.lenticular.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Python virtual environment that the tests make under {@code target/python} with {@code python3 -m venv} and pip, from
 * a file in which every package has its version. One that is there already, made by the same Python from the same file,
 * is used again.
 */
public final class PythonEnvironment {
    private final Path folder;
    private final Path requirements;

    /**
     * @param label the folder's name, and whose environment it is
     * @param requirements what pip installs
     */
    public PythonEnvironment(String label, Path requirements) {
        this.folder = Path.of("target", "python", label).toAbsolutePath();
        this.requirements = requirements.toAbsolutePath();
    }

    /** The second number of the machine's {@code python3}: 11 for Python 3.11. Fails where there is none to use. */
    static int pythonMinor() {
        String version = Command.run(
                        Path.of("."), List.of("python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"))
                .succeeded()
                .output()
                .strip();
        String[] parts = version.split("\\.", 2);
        int minor = Integer.parseInt(parts[1]);
        if (!parts[0].equals("3") || minor < 10) {
            throw new AssertionError("The tests need python3, 3.10 or newer; the one here is " + version);
        }
        return minor;
    }

    /** Makes the environment where it is not yet there, and returns its interpreter. */
    public Path interpreter() {
        Path madeFrom = folder.resolve("made-from.txt");
        Path interpreter = folder.resolve("bin").resolve("python");
        try {
            String wanted = "# python 3." + pythonMinor() + "\n" + Files.readString(requirements);
            if (!Files.exists(madeFrom) || !Files.readString(madeFrom).equals(wanted)) {
                Files.createDirectories(folder);
                make(interpreter);
                Files.writeString(madeFrom, wanted);
            }
            return interpreter;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a Python environment in " + folder, e);
        }
    }

    private void make(Path interpreter) {
        List<String> venv = List.of("python3", "-m", "venv", "--clear", folder.toString());
        List<String> pip = new ArrayList<>(List.of(interpreter.toString(), "-m", "pip", "install", "--quiet"));
        pip.addAll(List.of("--only-binary", ":all:", "--requirement", requirements.toString()));
        Command.run(folder, venv).succeeded();
        Command.run(folder, pip).succeeded();
    }
}
