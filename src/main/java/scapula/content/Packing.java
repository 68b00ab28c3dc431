package scapula.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a record, and all that it is made of, as {@link Packed} tells; {@link Unpacking} reads it. */
final class Packing {

    private final Map<Class<?>, Integer> shapes = new LinkedHashMap<>();
    private final Map<List<Object>, Integer> values = new HashMap<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Packing() {}

    static void write(Record whole, OutputStream out) throws IOException {
        Packing packing = new Packing();
        packing.number(whole);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        count(packing.shapes.size(), head);
        packing.shapes.keySet().forEach(type -> bytes(Packed.shape(type).getBytes(StandardCharsets.UTF_8), head));
        count(packing.values.size(), head);
        head.writeTo(out);
        packing.written.writeTo(out);
    }

    /** The number of a value, which is written if no equal one was. */
    private int number(Object value) {
        if (value == null) {
            return leaf(Packed.NOTHING, "", new byte[0]);
        } else if (value instanceof String text) {
            return leaf(Packed.TEXT, text, text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Integer number) {
            return leaf(
                    Packed.NUMBER, number, ByteBuffer.allocate(4).putInt(number).array());
        } else if (value instanceof Double fraction) {
            return leaf(
                    Packed.FRACTION,
                    fraction,
                    ByteBuffer.allocate(8).putDouble(fraction).array());
        } else if (value instanceof Boolean truth) {
            return leaf(truth ? Packed.TRUE : Packed.FALSE, "", new byte[0]);
        } else if (value instanceof LocalDate day) {
            return leaf(Packed.DAY, day, day.toString().getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return leaf(Packed.BYTES, buffer, bytes);
        }
        return made(value);
    }

    private int leaf(char kind, Object value, byte[] bytes) {
        Integer known = values.get(List.of(kind, value));
        if (known != null) {
            return known;
        }
        written.write(kind);
        switch (kind) {
            case Packed.TEXT, Packed.BYTES, Packed.DAY -> bytes(bytes, written);
            default -> written.writeBytes(bytes);
        }
        values.put(List.of(kind, value), values.size());
        return values.size() - 1;
    }

    private int made(Object value) {
        if (value instanceof Enum<?> choice) {
            return whole(Packed.CHOICE, shape(choice.getDeclaringClass()), List.of(number(choice.name())));
        } else if (value instanceof Record) {
            return whole(Packed.RECORD, shape(value.getClass()), numbers(parts(value)));
        } else if (value instanceof List<?> list) {
            return whole(Packed.LIST, list.size(), numbers(list));
        } else if (value instanceof Set<?> set) {
            return whole(Packed.SET, set.size(), numbers(set));
        } else if (value instanceof Map<?, ?> map) {
            List<Object> both = new ArrayList<>();
            map.forEach((key, named) -> both.addAll(List.of(key, named)));
            return whole(Packed.MAP, map.size(), numbers(both));
        }
        throw new IllegalArgumentException("There is no way to pack a " + value.getClass() + ".");
    }

    private int whole(char kind, int first, List<Integer> numbers) {
        List<Object> same = List.of(kind, first, numbers);
        Integer known = values.get(same);
        if (known != null) {
            return known;
        }
        written.write(kind);
        count(first, written);
        numbers.forEach(number -> count(number, written));
        values.put(same, values.size());
        return values.size() - 1;
    }

    private List<Integer> numbers(Collection<?> parts) {
        List<Integer> numbers = new ArrayList<>();
        parts.forEach(part -> numbers.add(number(part)));
        return numbers;
    }

    private int shape(Class<?> type) {
        shapes.putIfAbsent(type, shapes.size());
        return shapes.get(type);
    }

    private static List<Object> parts(Object value) {
        List<Object> parts = new ArrayList<>();
        try {
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                Method accessor = part.getAccessor();
                accessor.setAccessible(true);
                parts.add(accessor.invoke(value));
            }
            return parts;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void bytes(byte[] bytes, ByteArrayOutputStream out) {
        count(bytes.length, out);
        out.writeBytes(bytes);
    }

    private static void count(int count, ByteArrayOutputStream out) {
        int left = count;
        while (left > 0x7f) {
            out.write((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write(left);
    }
}
