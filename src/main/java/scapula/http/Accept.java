package scapula.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client takes, and how gladly (RFC 9110, 12.5.1); a client that says nothing takes anything. */
record Accept(List<Range> ranges) {

    /**
     * One part of the header.
     *
     * @param type {@code text/html}, <code>text/&#42;</code> or <code>&#42;/&#42;</code>
     * @param quality from 0, which is never wanted, to 1
     */
    record Range(String type, double quality) {

        /** How closely it names this type: 0 for not at all. */
        int closeness(String offered) {
            if (type.equals(offered)) {
                return 3;
            }
            if (type.equals("*/*")) {
                return 1;
            }
            return type.endsWith("/*") && offered.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
        }
    }

    static Accept of(String header) {
        List<Range> ranges = Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Accept::range)
                .toList();
        return new Accept(ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges);
    }

    private static Range range(String part) {
        String[] pieces = part.toLowerCase(Locale.ROOT).split(";");
        double quality = Arrays.stream(pieces)
                .skip(1)
                .map(String::strip)
                .filter(piece -> piece.startsWith("q="))
                .findFirst()
                .map(piece -> quality(piece.substring(2)))
                .orElse(1.0);
        return new Range(pieces[0].strip(), quality);
    }

    private static double quality(String number) {
        return number.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(number) : 0;
    }

    /** The type that is wanted most: of equals the one that is named more closely, then the first. */
    Optional<String> best(List<String> offered) {
        return offered.stream()
                .filter(type -> closest(type).quality() > 0)
                .max(Comparator.comparingDouble((String type) -> closest(type).quality())
                        .thenComparingInt(type -> closest(type).closeness(type))
                        .thenComparingInt(type -> -offered.indexOf(type)));
    }

    private Range closest(String offered) {
        return ranges.stream()
                .filter(range -> range.closeness(offered) > 0)
                .max(Comparator.comparingInt(range -> range.closeness(offered)))
                .orElse(new Range(offered, 0));
    }
}
