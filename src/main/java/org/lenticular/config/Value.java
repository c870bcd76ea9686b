package org.lenticular.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lenticular.archive.LinkAuth;
import org.lenticular.archive.Template;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * What stands behind one key, with its line. Each question that the text of the file cannot answer becomes a problem, and its answer is empty: the
 * reader goes on.
 *
 * @param line of the key, not of the value: an alias's value stands elsewhere
 * @param key the whole way to it
 */
record Value(Node node, int line, String key, Problems problems) {

    /** A text, number or truth value, as it is written. */
    Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            problem(isMap() ? "is a map where a text is wanted" : "is a list where a text is wanted", textRemedy());
            return Optional.empty();
        }
        if (scalar.getValue().isBlank() || scalar.getTag().equals(Tag.NULL)) {
            problem("is empty", "write a value (in quotes where it begins with #), or take the line out");
            return Optional.empty();
        }
        if (scalar.getValue().codePoints().anyMatch(Value::isForbidden)) {
            problem(
                    "has a character in it that no answer can hold",
                    "take out control characters and halves of characters");
            return Optional.empty();
        }
        // A block of text ends with a line break that nobody means.
        return Optional.of(scalar.getValue().replaceAll("\\R+$", ""));
    }

    /** What XML does not allow (XML 1.0 §2.2). */
    private static boolean isForbidden(int c) {
        return c < 0x20 && c != '\t' && c != '\n' || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
    }

    private String textRemedy() {
        // YAML takes {datalink} for a map with one key; everyone who writes templates falls for it.
        if (node instanceof MappingNode map
                && map.getFlowStyle() == FlowStyle.FLOW
                && map.getValue().size() == 1
                && map.getValue().get(0).getKeyNode() instanceof ScalarNode name
                && map.getValue().get(0).getValueNode().getTag().equals(Tag.NULL)) {
            return "a template needs quotes: \"{" + name.getValue() + "}\"";
        }
        return "write one value, in quotes where it has braces";
    }

    /** The same value where it is a relative path, made absolute; what is none stays for its reader to tell of. */
    Value inFolder(Path folder) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.getValue().isBlank()
                || scalar.getTag().equals(Tag.NULL)) {
            return this;
        }
        try {
            String path = folder.resolve(scalar.getValue()).normalize().toString();
            Node whole = new ScalarNode(
                    scalar.getTag(), path, scalar.getStartMark(), scalar.getEndMark(), scalar.getScalarStyle());
            return new Value(whole, line, key, problems);
        } catch (InvalidPathException e) {
            return this;
        }
    }

    /** A whole number of that range. */
    Optional<Long> integer(long least, long most) {
        Optional<String> text = text();
        if (text.isPresent() && !text.get().matches("[+-]?[0-9]{1,18}")) {
            problem("is no whole number", "write digits only, from " + least + " to " + most);
            return Optional.empty();
        }
        Optional<Long> number = text.map(Long::valueOf);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            problem("is out of range", "from " + least + " to " + most + " is allowed");
            return Optional.empty();
        }
        return number;
    }

    /** A template over the columns of a table. */
    Optional<Template> template() {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Template.parse(text.get()));
        } catch (ParseException e) {
            problem(
                    e.getMessage() + " at character " + (e.getErrorOffset() + 1),
                    "a column stands between braces, {name}; a brace itself is written {{ or }}");
            return Optional.empty();
        }
    }

    /** Whether one must be logged in. */
    Optional<LinkAuth> linkAuth() {
        Optional<String> text = text();
        Optional<LinkAuth> auth = text.flatMap(LinkAuth::of);
        if (text.isPresent() && auth.isEmpty()) {
            problem(
                    "is none of false, optional, true",
                    "say whether one must be logged in to follow the links, or take the line out where that is not known");
        }
        return auth;
    }

    /** What stands in a list, or the one thing that stands in its stead. */
    List<Value> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        return IntStream.range(0, list.getValue().size())
                .mapToObj(i -> {
                    Node item = list.getValue().get(i);
                    return new Value(item, lineOf(item), key + "[" + i + "]", problems);
                })
                .toList();
    }

    /** Its keys and values; an empty one where nothing is written. */
    Optional<Section> section() {
        Map<String, Value> values = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                // What is no plain key, or is there twice, YamlFile has told of.
                if (tuple.getKeyNode() instanceof ScalarNode name
                        && !name.getTag().equals(Tag.MERGE)) {
                    String path = key.isEmpty() ? name.getValue() : key + "." + name.getValue();
                    values.putIfAbsent(name.getValue(), new Value(tuple.getValueNode(), lineOf(name), path, problems));
                }
            }
        } else if (!node.getTag().equals(Tag.NULL)) {
            problem(
                    (isList() ? "is a list" : "is a single value") + " where a map is wanted",
                    "write  key: value  lines below it");
            return Optional.empty();
        }
        return Optional.of(new Section(this, values));
    }

    /** Its keys and values, all of them among the known ones. */
    Optional<Section> section(Keys known) {
        Optional<Section> section = section();
        section.ifPresent(each -> each.allow(known.names()));
        return section;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Adds a problem with this value. */
    void problem(String reason, String remedy) {
        boolean plain = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
        problems.add(new Problem(line, key, plain ? ((ScalarNode) node).getValue() : "", reason, remedy));
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
