package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How many intents of a public set were told right, in 100, by Scapula, by nlp.js on the same split, and by others as they
 * published it. What is out of scope is a class of its own, or what is below a threshold.
 */
record Understood(String name, double ours, OptionalDouble theirs, Map<String, Double> published) {

    private static final Map<String, String> NAMES = Map.of(
            "clinc150", "CLINC150",
            "banking77", "BANKING77",
            "hwu64_fold1", "HWU64",
            "snips", "SNIPS",
            "braun_chatbot", "SIGDIAL, chatbot",
            "braun_askubuntu", "SIGDIAL, Ask Ubuntu",
            "braun_webapplications", "SIGDIAL, web apps");

    /** The sets, in scope only; then what only some sets have. */
    static List<Understood> of(JsonNode result) {
        List<Understood> all = new ArrayList<>();
        for (JsonNode set : result.path("sets")) {
            String name = set.get("name").asText();
            String named = NAMES.getOrDefault(name, name);
            if (set.path("ours").has("accuracyWithClass")) {
                all.add(clinc(set, named + ", a class", "accuracyWithClass", "withClass"));
                all.add(clinc(set, named + ", a threshold", "accuracyWithThreshold", "withThreshold"));
            } else {
                all.add(new Understood(named, percent(set.at("/ours/accuracy")), theirs(set, "accuracy"), Map.of()));
            }
        }
        JsonNode together = result.path("sigdialTogether");
        if (together.has("ours")) {
            Map<String, Double> published = new LinkedHashMap<>();
            together.path("published").properties().forEach(other -> {
                published.put(other.getKey(), percent(other.getValue()));
            });
            double ours = percent(together.get("ours"));
            all.add(new Understood("SIGDIAL, all three", ours, percentIfAny(together.path("nlpjs")), published));
        }
        return all;
    }

    /** Published are the share in scope and the recall of what is out of scope. */
    private static Understood clinc(JsonNode set, String name, String figure, String published) {
        Map<String, Double> others = new LinkedHashMap<>();
        set.path("published").path(published).properties().forEach(other -> {
            others.put(other.getKey(), other.getValue().path(0).asDouble());
        });
        return new Understood(name, percent(set.path("ours").path(figure)), theirs(set, figure), others);
    }

    private static OptionalDouble theirs(JsonNode set, String figure) {
        return percentIfAny(set.path("nlpjs").path(figure));
    }

    private static OptionalDouble percentIfAny(JsonNode share) {
        return share.isNumber() ? OptionalDouble.of(percent(share)) : OptionalDouble.empty();
    }

    private static double percent(JsonNode share) {
        return share.asDouble() * 100;
    }
}
