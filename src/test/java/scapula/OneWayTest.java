package scapula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dependencies run one way, and every library stays in its room. No class is exempt. */
class OneWayTest {

    private static final Path SOURCE = Path.of("src/main/java/scapula");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+)");

    /** What each package may import besides java.* and itself; the root package wires and may import all. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.of(
            "domain", Set.of(),
            "content", Set.of("scapula.domain", "org.snakeyaml"),
            "understand", Set.of("scapula.domain", "opennlp", "io.gitlab.rxp90.jsymspell", "de.bwaldvogel.liblinear"),
            "decide", Set.of("scapula.domain", "org.kie", "org.drools"),
            "phrase", Set.of("scapula.domain", "org.commonmark"),
            "store",
                    Set.of(
                            "scapula.domain",
                            "org.jdbi",
                            "org.flywaydb",
                            "com.zaxxer.hikari",
                            "org.h2",
                            "com.fasterxml.jackson",
                            "org.slf4j"),
            "talk", Set.of("scapula.domain", "scapula.understand", "scapula.decide", "scapula.phrase", "scapula.store"),
            "http",
                    Set.of(
                            "scapula.domain",
                            "scapula.talk",
                            "io.javalin",
                            "org.eclipse.jetty",
                            "io.prometheus.metrics",
                            "com.fasterxml.jackson",
                            "com.github.benmanes.caffeine",
                            "io.github.bucket4j",
                            "org.commonmark",
                            "org.slf4j",
                            "org.snakeyaml"));

    private static final Set<String> EMPTY_NAMES =
            Set.of("util", "common", "impl", "service", "manager", "helper", "base");

    @Test
    void everyPackageImportsOnlyWhatItMay() throws IOException {
        List<String> trespasses = new ArrayList<>();
        for (Path file : files(SOURCE, ".java")) {
            String room = SOURCE.relativize(file).getNameCount() == 1
                    ? ""
                    : SOURCE.relativize(file).getName(0).toString();
            imports(file)
                    .filter(name -> !room.isEmpty() && !mayImport(room, name))
                    .forEach(name -> trespasses.add(file + " imports " + name));
        }
        assertEquals(List.of(), trespasses);
    }

    @Test
    void rulesImportTheDomainAndNothingElse() throws IOException {
        List<String> trespasses = new ArrayList<>();
        for (Path file : files(Path.of("rules"), ".drl")) {
            imports(file)
                    .filter(name -> !name.startsWith("scapula.domain."))
                    .forEach(name -> trespasses.add(file + " imports " + name));
        }
        assertEquals(List.of(), trespasses);
    }

    @Test
    void noNameIsEmpty() throws IOException {
        List<String> empty = files(SOURCE, ".java").stream()
                .flatMap(file -> Stream.of(
                        file.getParent().getFileName().toString(),
                        file.getFileName().toString().replace(".java", "")))
                .filter(name -> EMPTY_NAMES.stream()
                        .anyMatch(
                                word -> name.toLowerCase(java.util.Locale.ROOT).endsWith(word)))
                .distinct()
                .toList();
        assertEquals(List.of(), empty);
    }

    private static boolean mayImport(String room, String name) {
        return name.startsWith("java.")
                || name.startsWith("scapula." + room + ".")
                || MAY_IMPORT.get(room).stream().anyMatch(allowed -> name.startsWith(allowed + "."));
    }

    private static Stream<String> imports(Path file) throws IOException {
        Matcher matcher = IMPORT.matcher(Files.readString(file));
        return matcher.results().map(found -> found.group(1));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
