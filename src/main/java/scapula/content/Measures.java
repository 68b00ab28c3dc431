package scapula.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import scapula.domain.Measure;
import scapula.domain.Measure.Band;
import scapula.domain.Mistake;
import scapula.domain.Numerals;

/** The numbers that people tell, {@code models/numbers.yml}. */
final class Measures {

    private Measures() {}

    static Numerals read(Folder folder, Vocabulary vocabulary, List<Mistake> mistakes) {
        Map<String, Integer> words = new LinkedHashMap<>();
        List<Measure> measures = new ArrayList<>();
        Yaml.open(folder, "models/numbers.yml", mistakes).ifPresent(yaml -> {
            yaml.part("words").map(Yaml::parts).orElse(Map.of()).forEach((word, value) -> {
                words.put(word, (int) value.number());
            });
            yaml.part("measures").map(Yaml::parts).orElse(Map.of()).forEach((name, part) -> {
                measures.add(measure(name, part, vocabulary));
            });
        });
        return new Numerals(words, measures);
    }

    private static Measure measure(String name, Yaml yaml, Vocabulary vocabulary) {
        Map<String, Double> units = new LinkedHashMap<>();
        yaml.part("units").map(Yaml::parts).orElse(Map.of()).forEach((unit, size) -> units.put(unit, size.number()));
        List<Band> bands = new ArrayList<>();
        for (Yaml band : yaml.part("bands").map(Yaml::items).orElse(List.of())) {
            String token = band.text("token");
            if (!vocabulary.knows(token)) {
                band.mistake("the vocabulary has no \"" + token + "\".");
            }
            bands.add(new Band(
                    token,
                    band.part("from").map(Yaml::number).orElse(0.0),
                    band.part("below").map(Yaml::number).orElse(Double.MAX_VALUE),
                    band.part("absent").isPresent()));
        }
        if (bands.isEmpty() || yaml.texts("wordings").isEmpty()) {
            yaml.mistake("the number \"" + name + "\" needs wordings and bands.");
        }
        return new Measure(name, yaml.texts("wordings"), units, new LinkedHashSet<>(yaml.texts("unless")), bands);
    }
}
