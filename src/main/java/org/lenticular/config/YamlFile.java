package org.lenticular.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** The file as YAML: read within limits, into nodes that know their lines, and never into objects. */
final class YamlFile {
    private static final int LARGEST = 1_000_000;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ);
    private static final String SYNTAX =
            "mend the YAML there: lines of one map begin in one column, with blanks and no tabs, and text with { } [ ] : # % @ * & in it"
                    + " stands in quotes; nothing else was checked";

    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlFile(Problems problems) {
        this.problems = problems;
    }

    /** The file's outermost value; empty, with a problem, where it cannot be read. */
    static Optional<Value> read(Path file, Problems problems) {
        YamlFile yaml = new YamlFile(problems);
        return yaml.content(file).flatMap(yaml::parse);
    }

    private Optional<String> content(Path file) {
        if (!Files.isRegularFile(file)) {
            return unreadable(file, Files.exists(file) ? "is no file" : "does not exist", "name the YAML file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                return unreadable(file, "is too large", LARGEST + " bytes are the most");
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return unreadable(file, "is not in UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            return unreadable(file, "cannot be read: " + e.getMessage(), "let the user of this process read it");
        }
    }

    private Optional<String> unreadable(Path file, String reason, String remedy) {
        problems.add(new Problem("", file.toString(), reason, remedy));
        return Optional.empty();
    }

    private Optional<Value> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem("", "", "the file is empty", "it needs sources and collections"));
                return Optional.empty();
            }
            check(root, "");
            return Optional.of(new Value(root, 1, "", problems));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            problems.add(new Problem(line, "", "", "this is no YAML: " + e.getProblem(), SYNTAX));
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            String character = String.format("U+%04X", e.getCodePoint());
            problems.add(
                    new Problem(line, "", "", "has the character " + character, "YAML does not allow it: take it out"));
        } catch (YAMLException e) {
            problems.add(new Problem("", "", "cannot be taken: " + e.getMessage(), "make the file simpler"));
        }
        return Optional.empty();
    }

    /** Tells of what YAML allows and this file does not: tags, keys that are no text, and keys that are there twice. */
    private void check(Node node, String path) {
        // Aliases lead to one node from many places, and a node may even lead to itself.
        if (!seen.add(node)) {
            return;
        }
        if (!PLAIN.contains(node.getTag())) {
            String tag = node.getTag().getValue();
            problems.add(new Problem(
                    Value.lineOf(node), path, tag, "is a tag", "tags are not understood here: take it out"));
        }
        if (node instanceof SequenceNode list) {
            int i = 0;
            for (Node item : list.getValue()) {
                check(item, path + "[" + i++ + "]");
            }
        } else if (node instanceof MappingNode map) {
            checkKeys(map, path);
        }
    }

    private void checkKeys(MappingNode map, String path) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            int line = Value.lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problems.add(new Problem(line, path, "", "has a key that is a list or a map", "keys are plain text"));
                continue;
            }
            if (name.getTag().equals(Tag.MERGE)) {
                // SnakeYAML's own merging never ends on a map that merges itself.
                problems.add(new Problem(line, path, "<<", "is not understood", "write the merged keys out"));
                continue;
            }
            String key = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
            Integer first = lines.putIfAbsent(name.getValue(), line);
            if (first != null) {
                problems.add(new Problem(
                        line, key, "", "is there twice, first in line " + first, "take one of the two out"));
            }
            check(tuple.getValueNode(), key);
        }
    }
}
