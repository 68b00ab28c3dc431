package scapula.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scapula.content.Words.Place;
import scapula.domain.Mistake;

/** The example messages of each intent: {@code models/intents/<intent>.txt}, one a line, {@code #} for a remark. */
record Intents(Map<String, List<String>> examples) {

    static Intents read(Folder folder, List<Mistake> mistakes) {
        Intents intents = new Intents(new LinkedHashMap<>());
        Map<String, Place> seen = new HashMap<>();
        for (String file : folder.list("models/intents", ".txt")) {
            String intent = file.substring(file.lastIndexOf('/') + 1, file.length() - ".txt".length());
            List<String> examples = new ArrayList<>();
            List<String> lines = folder.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String example = lines.get(i).strip();
                if (example.isEmpty() || example.startsWith("#")) {
                    continue;
                }
                Place earlier = seen.putIfAbsent(example.toLowerCase(Locale.ROOT), new Place(file, i + 1));
                if (earlier != null) {
                    mistakes.add(new Mistake(
                            file,
                            i + 1,
                            "this example already stands in " + earlier.file() + ":" + earlier.line() + "."));
                }
                examples.add(example);
            }
            if (examples.isEmpty()) {
                mistakes.add(new Mistake(file, 0, "the intent \"" + intent + "\" has no examples."));
            }
            intents.examples.put(intent, examples);
        }
        return intents;
    }
}
