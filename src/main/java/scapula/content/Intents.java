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
        return new Intents(examples(folder, "models/intents", mistakes));
    }

    /** Example messages of each language: {@code models/languages/<code>.txt}. */
    static Map<String, List<String>> readLanguages(Folder folder, List<Mistake> mistakes) {
        return examples(folder, "models/languages", mistakes);
    }

    private static Map<String, List<String>> examples(Folder folder, String under, List<Mistake> mistakes) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        Map<String, Place> seen = new HashMap<>();
        for (String file : folder.list(under, ".txt")) {
            String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".txt".length());
            List<String> examples = new ArrayList<>();
            List<String> lines = folder.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String example = lines.get(i).strip();
                if (example.isEmpty() || example.startsWith("#")) {
                    continue;
                }
                Place earlier = seen.putIfAbsent(example.toLowerCase(Locale.ROOT), new Place(file, i + 1));
                if (earlier != null) {
                    String where = earlier.file() + ":" + earlier.line();
                    mistakes.add(new Mistake(file, i + 1, "this example already stands in " + where + "."));
                }
                examples.add(example);
            }
            if (examples.isEmpty()) {
                mistakes.add(new Mistake(file, 0, "\"" + name + "\" has no examples."));
            }
            all.put(name, examples);
        }
        return all;
    }
}
