package scapula.domain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A rule in words.
 *
 * @param name a whole sentence
 * @param clauses what must hold, all of it
 * @param level the level that it gives, or that its question could reveal; empty where there is none
 * @param notes what else is to be known of it
 * @param sources ids of the pages it rests on
 * @param folder the topic that it is kept with
 * @param place file and line
 */
public record PlainRule(
        String name,
        List<Clause> clauses,
        Thing concludes,
        String level,
        List<String> notes,
        List<String> sources,
        String folder,
        String place) {

    /**
     * One condition.
     *
     * @param unless whether it must not be so
     * @param lead words before the things; may be empty
     * @param things of which one is enough
     */
    public record Clause(boolean unless, String lead, List<Thing> things) {}

    /** The rule as a thing of its own. */
    public Thing thing() {
        return new Thing(Thing.Kind.RULE, slug(), name);
    }

    /** Its name as it may stand in an address. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Everything that speaks for it; not what it forbids. */
    public Stream<Thing> needs() {
        return clauses.stream().filter(clause -> !clause.unless()).flatMap(clause -> clause.things().stream());
    }

    /** Whether it looks at this thing, with or without an "unless". */
    public boolean looksAt(Thing thing) {
        return clauses.stream().flatMap(clause -> clause.things().stream()).anyMatch(thing::is);
    }
}
