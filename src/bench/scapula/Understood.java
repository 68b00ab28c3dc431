package scapula;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> WAYS = List.of("class", "threshold");

    /** Of what is in scope: the sets one by one, then those that others published together. */
    static List<Understood> of(JsonNode result) {
        List<Understood> all = new ArrayList<>();
        for (JsonNode set : result.path("sets")) {
            String name = set.get("name").asText();
            String named = NAMES.getOrDefault(name, name);
            if (set.path("ours").has("accuracyWithClass")) {
                for (String by : WAYS) {
                    all.add(clinc(set, named + ", a " + by, "accuracy", by, 0));
                }
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

    /** Of what is out of scope: how much was told to be so. */
    static List<Understood> outOfScope(JsonNode result) {
        List<Understood> all = new ArrayList<>();
        for (JsonNode set : result.path("sets")) {
            if (set.path("ours").has("outOfScopeRecallWithClass")) {
                String name = set.get("name").asText();
                for (String by : WAYS) {
                    all.add(clinc(set, NAMES.getOrDefault(name, name) + ", a " + by, "outOfScopeRecall", by, 1));
                }
            }
        }
        return all;
    }

    /** Published are the share in scope and the recall of what is out of scope. */
    private static Understood clinc(JsonNode set, String name, String what, String by, int place) {
        String way = "With" + by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1);
        Map<String, Double> others = new LinkedHashMap<>();
        set.path("published").path("w" + way.substring(1)).properties().forEach(other -> {
            others.put(other.getKey(), other.getValue().path(place).asDouble());
        });
        return new Understood(name, percent(set.path("ours").path(what + way)), theirs(set, what + way), others);
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
