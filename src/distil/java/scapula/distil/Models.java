package scapula.distil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What the distilling needs of {@code models/}.
 *
 * @param dangers tokens that a rule for a danger looks at
 * @param wordings of those tokens, as in the vocabulary
 * @param small words that say too little to begin or end a phrase
 * @param denying words that make two phrases opposites
 */
record Models(Set<String> dangers, List<Messages.Finding> wordings, Set<String> small, Set<String> denying) {

    static Models read(Path models) throws IOException {
        Set<String> dangers = new HashSet<>();
        List<Messages.Finding> wordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(models.resolve("vocabulary"))) {
            for (Path file : files.sorted().toList()) {
                String slot = file.getFileName().toString().replace(".yml", "");
                load(file).forEach((value, token) -> {
                    Map<?, ?> parts = (Map<?, ?>) token;
                    if (parts.containsKey("danger")) {
                        dangers.add(slot + ":" + value);
                        if (parts.get("words") instanceof List<?> words) {
                            words.forEach(word ->
                                    wordings.add(new Messages.Finding(slot + ":" + value, String.valueOf(word))));
                        }
                    }
                });
            }
        }
        Map<?, ?> context = load(models.resolve("context.yml"));
        return new Models(dangers, wordings, texts(context.get("small")), texts(context.get("denying")));
    }

    private static Set<String> texts(Object list) {
        Set<String> texts = new HashSet<>();
        ((List<?>) list).forEach(text -> texts.add(String.valueOf(text)));
        return texts;
    }

    private static Map<?, ?> load(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }
}
