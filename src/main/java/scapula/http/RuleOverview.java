package scapula.http;

import static scapula.http.Xhtml.escaped;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import scapula.domain.Guide;
import scapula.domain.Guide.Topic;

/** How many rules of each topic ask for which level, as a bar and in words. */
final class RuleOverview {

    private RuleOverview() {}

    static String html(Guide guide) {
        List<Topic> topics = guide.sections().stream()
                .filter(section -> section.id().equals("flags"))
                .flatMap(section -> section.topics().stream())
                .toList();
        int most = topics.stream()
                .mapToInt(topic -> total(counts(guide, topic)))
                .max()
                .orElse(1);
        String rows = topics.stream().map(topic -> row(guide, topic, most)).collect(Collectors.joining());
        return "<section id=\"overview\">" + Xhtml.cell("h2", guide.words().text("overview"))
                + Xhtml.paragraph(guide.words().text("overview-note")) + "<ul>" + rows + "</ul></section>";
    }

    private static String row(Guide guide, Topic topic, int most) {
        Map<String, Integer> counts = counts(guide, topic);
        StringBuilder bar = new StringBuilder();
        int before = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            bar.append("<rect class=\"%s\" x=\"%d\" width=\"%d\" height=\"1\"/>"
                    .formatted(count.getKey(), before, count.getValue()));
            before += count.getValue();
        }
        String told = counts.entrySet().stream()
                .map(count -> escaped(guide.words().levels().get(count.getKey())) + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return "<li><a href=\"#" + topic.id() + "\">" + escaped(topic.name())
                + "</a><svg aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 " + most + " 1\">" + bar
                + "</svg><span>" + told + "</span></li>";
    }

    /** Rules by level, the highest first. */
    private static Map<String, Integer> counts(Guide guide, Topic topic) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        guide.words().levels().keySet().forEach(level -> counts.put(level, 0));
        topic.entries().stream()
                .flatMap(entry -> entry.rules().stream())
                .forEach(rule -> counts.merge(rule.level(), 1, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
