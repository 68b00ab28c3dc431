package scapula.content;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what {@link Packing} wrote. */
final class Unpacking {

    /** A class: the constructor of a record, or the constants of an enum by their names. */
    private record Shape(Constructor<?> constructor, Map<String, Object> choices) {}

    private final ByteBuffer file;
    private final Shape[] shapes;
    private final Object[] values;

    private Unpacking(byte[] bytes) throws ReflectiveOperationException {
        this.file = ByteBuffer.wrap(bytes);
        this.shapes = new Shape[count()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = shape(text());
        }
        this.values = new Object[count()];
    }

    /** @throws IllegalStateException where it was written by another edition of the program */
    static <T extends Record> T read(Class<T> type, InputStream in) throws IOException {
        try {
            Unpacking unpacking = new Unpacking(in.readAllBytes());
            for (int i = 0; i < unpacking.values.length; i++) {
                unpacking.values[i] = unpacking.value();
            }
            return type.cast(unpacking.values[unpacking.values.length - 1]);
        } catch (ReflectiveOperationException stale) {
            throw new IllegalStateException("This program was built with the content of another edition.", stale);
        }
    }

    private Object value() throws ReflectiveOperationException {
        return switch ((char) file.get()) {
            case Packed.NOTHING -> null;
            case Packed.TEXT -> text();
            case Packed.NUMBER -> file.getInt();
            case Packed.FRACTION -> file.getDouble();
            case Packed.TRUE -> true;
            case Packed.FALSE -> false;
            case Packed.DAY -> LocalDate.parse(text());
            case Packed.BYTES -> bytes();
            case Packed.CHOICE -> shapes[count()].choices.get(part());
            case Packed.RECORD -> made(shapes[count()].constructor);
            case Packed.LIST -> List.of(parts(count()));
            case Packed.SET -> set(parts(count()));
            case Packed.MAP -> map(count());
            default -> throw new ClassNotFoundException("A kind of value that is not known.");
        };
    }

    private Object made(Constructor<?> constructor) throws ReflectiveOperationException {
        return constructor.newInstance(parts(constructor.getParameterCount()));
    }

    private static Set<Object> set(Object[] parts) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(parts)));
    }

    private Map<Object, Object> map(int size) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(part(), part());
        }
        return Collections.unmodifiableMap(map);
    }

    private Object part() {
        return values[count()];
    }

    private Object[] parts(int count) {
        Object[] parts = new Object[count];
        for (int i = 0; i < count; i++) {
            parts[i] = part();
        }
        return parts;
    }

    private String text() {
        int length = count();
        int at = file.position();
        file.position(at + length);
        return new String(file.array(), at, length, StandardCharsets.UTF_8);
    }

    private ByteBuffer bytes() {
        byte[] bytes = new byte[count()];
        file.get(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private int count() {
        int count = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = file.get();
            count |= (next & 0x7f) << shift;
            if (next >= 0) {
                return count;
            }
        }
    }

    private static Shape shape(String written) throws ReflectiveOperationException {
        Class<?> type = Class.forName(written.substring(0, written.indexOf(' ')));
        if (!Packed.shape(type).equals(written)) {
            throw new ClassNotFoundException(written);
        }
        return type.isRecord() ? new Shape(constructor(type), null) : new Shape(null, choices(type));
    }

    private static Map<String, Object> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(choice -> ((Enum<?>) choice).name(), choice -> choice));
    }

    private static Constructor<?> constructor(Class<?> record) throws ReflectiveOperationException {
        Class<?>[] parts = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = record.getDeclaredConstructor(parts);
        constructor.setAccessible(true);
        return constructor;
    }
}
