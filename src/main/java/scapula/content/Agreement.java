package scapula.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import scapula.content.Rules.Mention;
import scapula.content.Words.Place;
import scapula.domain.Conclusion.Advise;
import scapula.domain.Intent;
import scapula.domain.Level;
import scapula.domain.Mistake;
import scapula.domain.Question;

/** Whether the parts fit each other: every name that one part uses is one that another part gives. */
record Agreement(
        Vocabulary vocabulary,
        Patterns patterns,
        Intents intents,
        Words words,
        Answers answers,
        Advices advices,
        Rules rules) {

    /** Intents that the program gives without examples. */
    private static final Set<String> BY_PROGRAM = Set.of(Intent.UNCLEAR, Intent.OTHER_LANGUAGE);

    private static final String ORDERS = "rules/questions/order.yml";

    /** The sign that the program looks at itself: somebody is to be checked. */
    private static final String TO_CHECK = "to-check";

    private static final Set<String> FINDINGS = Set.of("Present", "Absent", "Unsure", "Finding");

    void check(List<Mistake> mistakes) {
        rules.matched().forEach(mention -> checkMatched(mention, mistakes));
        rules.inserted().forEach(mention -> checkInserted(mention, mistakes));
        rules.added().forEach(mention -> checkAdded(mention, mistakes));
        rules.checkSuperseded(mistakes);
        checkQuestions(mistakes);
        checkEveryIntentIsUsed(mistakes);
        checkEveryTextIsUsed(mistakes);
        checkSources(mistakes);
        checkTokensArePossible(mistakes);
    }

    /** A pattern gives a token that there is, and no token is without a way to say it. */
    private void checkTokensArePossible(List<Mistake> mistakes) {
        for (Patterns.Mention mention : patterns.mentions()) {
            if (!vocabulary.knows(mention.token())
                    && !mention.token().startsWith("none:")
                    && !mention.token().startsWith("nothing:")) {
                mistakes.add(new Mistake(
                        mention.file(), mention.line(), "the vocabulary has no \"" + mention.token() + "\"."));
            }
        }
    }

    private void checkMatched(Mention mention, List<Mistake> mistakes) {
        String name = mention.name();
        if (FINDINGS.contains(mention.type())) {
            boolean known = name.contains(":")
                    ? vocabulary.knows(name)
                    : vocabulary.slots().contains(name);
            complainUnless(known, mention, "the vocabulary has no \"" + name + "\".", mistakes);
        } else if (mention.type().equals("Intent")) {
            boolean known = intents.examples().containsKey(name) || BY_PROGRAM.contains(name);
            complainUnless(known, mention, "there are no examples for the intent \"" + name + "\".", mistakes);
        } else if (mention.type().equals("Sign")) {
            complainUnless(isInserted("Sign", name), mention, "no rule inserts the sign \"" + name + "\".", mistakes);
        } else if (mention.type().equals("Chosen") || mention.type().equals("Clear")) {
            boolean known = name.equals(Question.MAKES_SURE)
                    || name.equals(Question.REFUSED)
                    || words.questions().values().stream()
                            .anyMatch(question -> question.id().equals(name)
                                    || question.options().stream()
                                            .anyMatch(option -> option.id().equals(name)));
            complainUnless(known, mention, "no question and no option is called \"" + name + "\".", mistakes);
        }
    }

    /** Every option sets tokens that there are, and every order names questions and signs that there are. */
    private void checkQuestions(List<Mistake> mistakes) {
        words.questions()
                .values()
                .forEach(question -> question.options().stream()
                        .flatMap(option -> Stream.concat(option.tokens().stream(), option.denies().stream()))
                        .filter(token -> !token.equals("{token}") && !vocabulary.knows(token))
                        .forEach(token -> mistakes.add(new Mistake(
                                words.places().get(question.id()).file(),
                                words.places().get(question.id()).line(),
                                "the vocabulary has no \"" + token + "\"."))));
        words.orders().forEach((arrival, order) -> {
            if (!arrival.equals("usual") && !isInserted("Sign", arrival)) {
                mistakes.add(new Mistake(ORDERS, 0, "no rule inserts the sign \"" + arrival + "\"."));
            }
            order.stream()
                    .filter(id -> !words.questions().containsKey(id))
                    .forEach(id -> mistakes.add(new Mistake(ORDERS, 0, "the question \"" + id + "\" has no words.")));
        });
    }

    private boolean isInserted(String type, String name) {
        return rules.inserted().stream()
                .anyMatch(other -> other.type().equals(type) && other.name().equals(name));
    }

    /** The flag of an advice has words; the level that a question may reveal is one. */
    private void checkAdded(Mention mention, List<Mistake> mistakes) {
        String name = mention.name();
        if (mention.type().equals("Advise")) {
            boolean known = advices.advice().flags().containsKey(name);
            complainUnless(known, mention, "the flag \"" + name + "\" has no words.", mistakes);
        } else {
            complainUnless(Level.named(name).isPresent(), mention, "there is no level \"" + name + "\".", mistakes);
        }
    }

    private void checkInserted(Mention mention, List<Mistake> mistakes) {
        String name = mention.name();
        if (mention.type().equals("Sign")) {
            boolean used = rules.matched().stream()
                            .anyMatch(other ->
                                    other.type().equals("Sign") && other.name().equals(name))
                    || name.equals(TO_CHECK)
                    || words.orders().containsKey(name);
            complainUnless(used, mention, "no rule looks at the sign \"" + name + "\".", mistakes);
        } else if (mention.type().equals("Advise")) {
            boolean known = Level.named(name).isPresent() || name.equals(Advise.CRISIS);
            complainUnless(known, mention, "there is no level \"" + name + "\".", mistakes);
        } else if (mention.type().equals("Ask")) {
            boolean known = words.questions().containsKey(name);
            complainUnless(known, mention, "the question \"" + name + "\" has no words.", mistakes);
        } else if (mention.type().equals("Remark")) {
            boolean known = words.remarks().containsKey(name) || name.equals(Intent.OTHER_LANGUAGE);
            complainUnless(known, mention, "the remark \"" + name + "\" has no words.", mistakes);
        } else if (mention.type().equals("Tell")) {
            boolean known = answers.byId().containsKey(name);
            complainUnless(known, mention, "the answer \"" + name + "\" has no words.", mistakes);
        }
    }

    private void checkEveryIntentIsUsed(List<Mistake> mistakes) {
        intents.examples().keySet().stream()
                .filter(intent -> rules.matched().stream()
                        .noneMatch(mention -> mention.type().equals("Intent")
                                && mention.name().equals(intent)))
                .forEach(intent -> mistakes.add(new Mistake(
                        "models/intents/" + intent + ".txt", 0, "no rule looks at the intent \"" + intent + "\".")));
    }

    private void checkEveryTextIsUsed(List<Mistake> mistakes) {
        Set<String> said = new HashSet<>();
        rules.inserted().forEach(mention -> said.add(mention.name()));
        rules.added().forEach(mention -> said.add(mention.name()));
        words.questions()
                .values()
                .forEach(question -> question.options().forEach(option -> {
                    said.add(question.id() + "." + option.id());
                }));
        words.places().forEach((id, place) -> complainUnused(id, place, said, mistakes));
        answers.places().forEach((id, place) -> complainUnused(id, place, said, mistakes));
        advices.places().forEach((id, place) -> complainUnused(id, place, said, mistakes));
    }

    private void complainUnused(String id, Place place, Set<String> said, List<Mistake> mistakes) {
        if (!said.contains(id)) {
            mistakes.add(new Mistake(place.file(), place.line(), "no rule ever says \"" + id + "\"."));
        }
    }

    private void checkSources(List<Mistake> mistakes) {
        rules.rules().forEach(rule -> complainUnlisted(rule.sources(), new Place(rule.file(), rule.line()), mistakes));
        answers.byId()
                .forEach((id, answer) ->
                        complainUnlisted(answer.sources(), answers.places().get(id), mistakes));
    }

    private void complainUnlisted(List<String> sources, Place place, List<Mistake> mistakes) {
        sources.stream()
                .filter(source -> !words.sources().containsKey(source))
                .map(source -> "the source \"" + source + "\" is not in rules/sources.yml.")
                .forEach(says -> mistakes.add(new Mistake(place.file(), place.line(), says)));
    }

    private static void complainUnless(boolean fine, Mention mention, String says, List<Mistake> mistakes) {
        if (!fine) {
            mistakes.add(new Mistake(mention.file(), mention.line(), says));
        }
    }
}
