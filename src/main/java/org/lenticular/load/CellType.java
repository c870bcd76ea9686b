package org.lenticular.load;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenticular.table.Datatype;

/** The VOTable type of a column whose cells are of some Java class. */
record CellType(Datatype datatype, @Nullable String arraysize) {
    private static final CellType TEXT = new CellType(Datatype.CHAR, "*");

    /** @param shape of an array, its last dimension -1 where it varies; null for a scalar */
    static CellType of(Class<?> content, int @Nullable [] shape) {
        Class<?> element = content.isArray() ? content.getComponentType() : content;
        Datatype datatype = datatype(element);
        // Text that several texts stand in, and whatever else there is, becomes one text.
        if (datatype == null) {
            return TEXT;
        }
        return new CellType(datatype, content.isArray() ? arraysize(shape) : null);
    }

    private static @Nullable Datatype datatype(Class<?> element) {
        if (element == Boolean.class || element == boolean.class) {
            return Datatype.BOOLEAN;
        } else if (element == Byte.class || element == byte.class || element == Short.class || element == short.class) {
            return Datatype.SHORT;
        } else if (element == Integer.class || element == int.class) {
            return Datatype.INT;
        } else if (element == Long.class || element == long.class) {
            return Datatype.LONG;
        } else if (element == Float.class || element == float.class) {
            return Datatype.FLOAT;
        } else if (element == Double.class || element == double.class) {
            return Datatype.DOUBLE;
        }
        return null;
    }

    private static String arraysize(int @Nullable [] shape) {
        if (shape == null || shape.length == 0) {
            return "*";
        }
        return IntStream.of(shape)
                .mapToObj(length -> length < 0 ? "*" : Integer.toString(length))
                .collect(Collectors.joining("x"));
    }

    /** The least type that holds the values of both: the same column of two files, each of which was guessed from its own rows. */
    static CellType wider(CellType a, CellType b) {
        if (a.equals(b)) {
            return a;
        }
        boolean numbers = rank(a.datatype) > 0 && rank(b.datatype) > 0 && a.arraysize == null && b.arraysize == null;
        if (!numbers) {
            return TEXT;
        }
        Datatype higher = rank(a.datatype) > rank(b.datatype) ? a.datatype : b.datatype;
        // A float does not hold every int.
        return new CellType(higher == Datatype.FLOAT ? Datatype.DOUBLE : higher, null);
    }

    private static int rank(Datatype datatype) {
        return switch (datatype) {
            case SHORT -> 1;
            case INT -> 2;
            case LONG -> 3;
            case FLOAT -> 4;
            case DOUBLE -> 5;
            case BOOLEAN, CHAR, UNICODE_CHAR -> 0;
        };
    }
}
