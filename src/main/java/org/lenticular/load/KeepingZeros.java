package org.lenticular.load;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.formats.RowEvaluator.Decoder;

/** Guesses that a column holds numbers only where none has a zero in front: {@code 0112980201} is an observation's name, and stays as it is. */
final class KeepingZeros<T> extends Decoder<T> {
    private static final Pattern ZERO_IN_FRONT = Pattern.compile("[+-]?0\\d+");

    private final Decoder<T> inner;

    private KeepingZeros(Decoder<T> inner) {
        super(inner.getDecodedClass(), inner.getName());
        this.inner = inner;
    }

    static Decoder<?>[] in(Decoder<?>[] decoders) {
        return Stream.of(decoders).map(KeepingZeros::around).toArray(Decoder<?>[]::new);
    }

    private static Decoder<?> around(Decoder<?> decoder) {
        return Number.class.isAssignableFrom(decoder.getDecodedClass()) ? new KeepingZeros<>(decoder) : decoder;
    }

    @Override
    public ColumnInfo createColumnInfo(String name) {
        return inner.createColumnInfo(name);
    }

    @Override
    public T decode(String value) {
        return inner.decode(value);
    }

    @Override
    public boolean isValid(String value) {
        return !ZERO_IN_FRONT.matcher(value).matches() && inner.isValid(value);
    }
}
