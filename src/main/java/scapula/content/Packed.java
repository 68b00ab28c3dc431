package scapula.content;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How values lie in a packed file.
 *
 * <p>First the classes of records and enums, each with the names of its parts; then the values, each distinct one once and
 * parts before what they are part of, so that a single walk reads them all and equal values are one. The last is the
 * whole. Numbers are written seven bits at a time, lowest first, with the eighth bit where more follow.
 */
final class Packed {

    // What a value is, and so what follows; what it is made of, by the numbers of the values that went before.
    static final char NOTHING = '0';
    static final char TEXT = 't';
    static final char NUMBER = 'i';
    static final char FRACTION = 'd';
    static final char TRUE = '+';
    static final char FALSE = '-';
    static final char DAY = 'y';
    static final char BYTES = 'b';
    static final char CHOICE = 'e';
    static final char RECORD = 'r';
    static final char LIST = 'l';
    static final char SET = 's';
    static final char MAP = 'm';

    private Packed() {}

    /** A record and its parts, or an enum: a record that changed since is told by it. */
    static String shape(Class<?> type) {
        return type.getName()
                + (type.isEnum()
                        ? " "
                        : Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(",", " ", "")));
    }
}
