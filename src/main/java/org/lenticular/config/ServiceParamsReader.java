package org.lenticular.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lenticular.fault.Nearest;
import org.lenticular.table.Column;
import org.lenticular.table.Datatype;
import org.lenticular.table.Param;

/** Reads a service's {@code parameters}: names that SODA knows, or maps that describe others. */
final class ServiceParamsReader {
    private ServiceParamsReader() {}

    static List<Param> read(Value value) {
        List<Param> params = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : value.items()) {
            param(item).ifPresent(param -> {
                String name = param.column().name();
                if (name.equalsIgnoreCase("ID")) {
                    item.problem("is sent in any case", "take it out; id says what its value is");
                } else if (!names.add(name.toUpperCase(Locale.ROOT))) {
                    item.problem("has the name of another parameter: " + name, "name each once; case does not count");
                }
                params.add(param);
            });
        }
        return params;
    }

    private static Optional<Param> param(Value item) {
        if (item.isMap()) {
            return item.section(Keys.SERVICE_PARAMETER)
                    .flatMap(section -> section.required("name", "write the parameter's name")
                            .flatMap(Value::text)
                            .map(name -> described(name, section)));
        }
        Optional<String> name = item.text();
        Optional<Column> known = name.flatMap(SodaParams::named);
        if (name.isPresent() && known.isEmpty()) {
            item.problem(
                    "is no parameter of SODA",
                    Problems.known(name.get(), SodaParams.names()) + "; describe another one: { name: " + name.get()
                            + ", datatype: char }");
        }
        return known.map(column -> new Param(column, ""));
    }

    /** What SODA says of a parameter of this name holds where the section says nothing else. */
    private static Param described(String name, Section section) {
        Column standard = SodaParams.named(name).orElse(Column.text(name));
        Datatype type =
                section.value("datatype").flatMap(ServiceParamsReader::datatype).orElse(standard.type());
        String usual = type == standard.type() ? standard.arraysize() : type.isText() ? "*" : null;
        Column column = new Column(
                name,
                type,
                section.value("arraysize")
                        .flatMap(ServiceParamsReader::arraysize)
                        .orElse(usual),
                section.text("unit").orElse(standard.unit()),
                section.text("ucd").orElse(standard.ucd()),
                null,
                section.text("xtype").orElse(standard.xtype()),
                section.text("description").orElse(standard.description()),
                null,
                null);
        List<Param.Option> options = section.value("options").map(Value::items).orElse(List.of()).stream()
                .flatMap(option -> option.text().stream())
                .map(option -> new Param.Option(null, option))
                .toList();
        return new Param(
                column,
                section.text("value").orElse(""),
                section.text("min").orElse(null),
                section.text("max").orElse(null),
                options);
    }

    private static Optional<Datatype> datatype(Value value) {
        Optional<String> text = value.text();
        List<String> known =
                Arrays.stream(Datatype.values()).map(Datatype::word).toList();
        if (text.isPresent() && !known.contains(text.get())) {
            value.problem("is no datatype of VOTable", Problems.known(text.get(), known));
            return text.flatMap(word -> Nearest.of(word, known)).map(Datatype::of);
        }
        return text.map(Datatype::of);
    }

    private static Optional<String> arraysize(Value value) {
        Optional<String> text = value.text();
        if (text.isPresent() && !text.get().matches("([1-9][0-9]*x)*([1-9][0-9]*\\*?|\\*)")) {
            value.problem("is no size of an array", "write a number, or \"*\" for any");
        }
        return text;
    }
}
