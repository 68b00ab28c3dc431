package scapula.http;

import static scapula.http.Xhtml.escaped;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Block;
import scapula.domain.Block.Span;
import scapula.domain.Guide;
import scapula.domain.Guide.Entry;
import scapula.domain.PlainRule;
import scapula.domain.PlainRule.Clause;
import scapula.domain.Source;
import scapula.domain.Thing;

/** Answers, red flags, questions and rules, each in words. */
final class RuleEntries {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Guide guide;
    private final Guide.Words words;

    RuleEntries(Guide guide) {
        this.guide = guide;
        this.words = guide.words();
    }

    /** What is said of an entry: its name, its words and what it rests on. */
    String head(Entry entry, String tag) {
        List<String> about = new ArrayList<>();
        if (entry.reviewed() != null) {
            about.add(escaped(words.text("reviewed").replace("{date}", DAY.format(entry.reviewed()))));
        }
        if (!entry.sources().isEmpty()) {
            about.add(sources(entry.sources()));
        }
        return "<div class=\"head\">" + "<" + tag + ">" + RuleLinks.to(entry.thing()) + "</" + tag + ">"
                + entry.text().stream().map(RuleEntries::block).collect(Collectors.joining())
                + "<p class=\"about\">" + String.join(" · ", about) + "</p></div>";
    }

    /** How many rules there are, and how many of them give which level. */
    String count(List<PlainRule> rules) {
        String name = rules.size() == 1 ? "rules-one" : "rules-many";
        Map<String, Long> levels = rules.stream()
                .filter(rule -> !rule.level().isEmpty())
                .collect(Collectors.groupingBy(PlainRule::level, LinkedHashMap::new, Collectors.counting()));
        String told = levels.entrySet().stream()
                .map(level -> words.levels().get(level.getKey()) + " " + level.getValue())
                .collect(Collectors.joining(", "));
        String count = words.text(name).replace("{n}", Integer.toString(rules.size()));
        return told.isEmpty() ? count : count + ": " + told;
    }

    /** A rule in words. */
    String rule(PlainRule rule) {
        String level = rule.level().isEmpty() ? "" : badge(rule.level());
        String about = Stream.concat(
                        rule.notes().stream().map(Xhtml::escaped),
                        Stream.of(
                                sources(rule.sources()),
                                escaped(words.text("written").replace("{place}", rule.place()))))
                .collect(Collectors.joining(" · "));
        return "<p>" + level + RuleLinks.to(rule.thing()) + "</p>" + clauses(rule) + "<p class=\"about\">" + about
                + "</p>";
    }

    /** A page that rules and answers rest on, and how many do. */
    String source(Source source) {
        long rules = guide.rules().stream()
                .filter(rule -> rule.sources().contains(source.id()))
                .count();
        long answers = guide.sections().stream()
                .flatMap(section -> section.topics().stream())
                .flatMap(topic -> topic.entries().stream())
                .filter(entry -> entry.thing().kind() == Thing.Kind.ANSWER
                        && entry.sources().contains(source.id()))
                .count();
        String uses = words.text("uses")
                .replace("{rules}", Long.toString(rules))
                .replace("{answers}", Long.toString(answers));
        String year = source.year() == null ? "" : ", " + source.year();
        return "<p><b>" + source.id() + "</b> " + escaped(source.title()) + year + "</p><p class=\"about\">"
                + escaped(uses) + "</p>";
    }

    /** The short name of a level, which is also told by its colour. */
    private String badge(String level) {
        return "<b class=\"level " + level + "\">" + escaped(words.levels().get(level)) + "</b> ";
    }

    private String clauses(PlainRule rule) {
        String all = rule.clauses().stream().map(this::clause).collect(Collectors.joining());
        return "<div class=\"when\">" + escaped(words.text("needs")) + " <ul>" + all + "</ul></div>";
    }

    private String clause(Clause clause) {
        List<String> parts = new ArrayList<>();
        if (clause.unless()) {
            parts.add(escaped(words.text("unless")));
        }
        if (!clause.lead().isEmpty()) {
            parts.add(escaped(clause.lead()));
        }
        if (clause.things().size() > 1 && clause.things().get(0).kind() != Thing.Kind.FACT) {
            parts.add(escaped(words.text("any-of")));
        }
        parts.add(clause.things().stream().map(RuleLinks::to).collect(Collectors.joining("; ")));
        return "<li" + (clause.unless() ? " class=\"unless\"" : "") + ">" + String.join(" ", parts) + "</li>";
    }

    /** The pages that something rests on; a code that says nothing by itself has the title as its description. */
    private String sources(List<String> ids) {
        return escaped(words.text("rests-on")) + " "
                + ids.stream().map(this::cited).collect(Collectors.joining(", "));
    }

    private String cited(String id) {
        Source source = guide.sources().get(id);
        return "<a href=\"" + RuleLinks.PATH + "#source-" + id + "\" title=\"" + escaped(source.title()) + "\">" + id
                + "</a>";
    }

    private static String block(Block block) {
        String tag = switch (block.kind()) {
            case PARAGRAPH -> "p";
            case QUOTE -> "blockquote";
            case BULLETS -> "ul";
            case STEPS -> "ol";
        };
        boolean isList = block.kind() == Block.Kind.BULLETS || block.kind() == Block.Kind.STEPS;
        String lines = block.lines().stream()
                .map(line -> line.stream().map(RuleEntries::span).collect(Collectors.joining()))
                .map(line -> isList ? "<li>" + line + "</li>" : line)
                .collect(Collectors.joining());
        return "<" + tag + ">" + lines + "</" + tag + ">";
    }

    private static String span(Span span) {
        return span.strong() ? Xhtml.cell("strong", span.text()) : escaped(span.text());
    }
}
