package scapula.phrase;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Advice;
import scapula.domain.Advice.Flag;
import scapula.domain.Advice.OfLevel;
import scapula.domain.Advice.Route;
import scapula.domain.Block;
import scapula.domain.Card;
import scapula.domain.Decision;
import scapula.domain.Decision.Triage;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.domain.Level;
import scapula.domain.Question;
import scapula.domain.Quote;
import scapula.domain.Reason;
import scapula.domain.Region;

/** The cards of a reply: what to do and by when, why, what would change it, and when to look again (1.2 and 1.3). */
final class Cards {

    /** One card names at most so many reasons, an emergency one, and so many things that were said. */
    private static final int MOST_REASONS = 2;

    private static final int MOST_SAID = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private final Advice advice;
    private final Map<String, Question> questions;

    Cards(Advice advice, Map<String, Question> questions) {
        this.advice = advice;
        this.questions = questions;
    }

    /** What is framed in the reply to a decision; an emergency is, every time. */
    List<Card> of(Decision decision, Optional<Question> asked, List<Finding> known, Region region, LocalDate today) {
        Triage triage = decision.triage();
        List<Card> cards = new ArrayList<>();
        if (triage.isResult()) {
            cards.add(level(decision, known, region, today));
        }
        if (triage.crisis()) {
            cards.add(crisis(region));
        }
        asked.filter(question -> !question.card().isEmpty())
                .map(question -> new Card(Card.ASK, "", region.fill(question.card()), List.of()))
                .ifPresent(cards::add);
        return cards;
    }

    private Card crisis(Region region) {
        return new Card(
                Card.CRISIS,
                advice.crisis().urgency(),
                advice.crisis().heading(),
                Markdown.blocks(region.fill(advice.crisis().body())));
    }

    private Card level(Decision decision, List<Finding> known, Region region, LocalDate today) {
        Triage triage = decision.triage();
        OfLevel words = advice.levels().get(triage.level());
        List<Flag> flags = triage.flags().stream()
                .map(advice.flags()::get)
                .filter(Objects::nonNull)
                .toList();
        Optional<Route> route = triage.level() == Level.EMERGENCY ? route(flags) : Optional.empty();
        List<String> parts = new ArrayList<>();
        said(decision, known)
                .map(said -> advice.phrases().get("said").replace("{said}", said))
                .ifPresent(parts::add);
        int reasons = triage.level() == Level.EMERGENCY ? 1 : MOST_REASONS;
        flags.stream().limit(reasons).map(Flag::reason).forEach(parts::add);
        missing(triage).ifPresent(parts::add);
        route.map(Route::lines).ifPresent(parts::add);
        meanwhile(flags, known).forEach(parts::add);
        parts.add(words.doing());
        parts.add(words.worse());
        words.again()
                .forEach(again -> parts.add(again.text().replace("{day}", DAY.format(today.plusDays(again.days())))));
        String heading = route.map(Route::heading).orElse(words.heading());
        List<Block> blocks = Markdown.blocks(region.fill(joined(parts)));
        return new Card(triage.level().wire(), words.urgency(), region.fill(heading), blocks);
    }

    /** An ambulance, where any flag needs one; else where the first flag goes. */
    private Optional<Route> route(List<Flag> flags) {
        List<String> routes = flags.stream()
                .map(Flag::route)
                .filter(route -> !route.isEmpty())
                .toList();
        return routes.stream()
                .findFirst()
                .map(first -> advice.routes().get(routes.contains("ambulance") ? "ambulance" : first));
    }

    private static Stream<String> meanwhile(List<Flag> flags, List<Finding> known) {
        return flags.stream()
                .limit(1)
                .flatMap(flag -> Stream.concat(
                        Stream.of(flag.meanwhile()),
                        flag.also().entrySet().stream()
                                .filter(also -> known.stream()
                                        .anyMatch(finding -> finding instanceof Present
                                                && finding.token().equals(also.getKey())))
                                .map(Map.Entry::getValue)))
                .filter(text -> !text.isEmpty());
    }

    /** What led to the level, in the person's own words. */
    private static Optional<String> said(Decision decision, List<Finding> known) {
        List<String> facts = decision.because().stream()
                .map(Reason::facts)
                .flatMap(List::stream)
                .toList();
        Deque<Quote> quotes = new ArrayDeque<>();
        known.stream()
                .filter(finding -> facts.contains(finding.token()))
                .map(Finding::quote)
                .filter(Quote::isTyped)
                .sorted(Comparator.comparing(Quote::turn).thenComparing(Quote::start))
                .forEach(quote -> {
                    boolean goesOn = !quotes.isEmpty() && quotes.getLast().adjoins(quote);
                    quotes.add(goesOn ? quotes.removeLast().with(quote) : quote);
                });
        String said = quotes.stream()
                .limit(MOST_SAID)
                .map(quote -> "“" + quote.text() + "”")
                .collect(Collectors.joining(", "));
        return Optional.of(said).filter(text -> !text.isEmpty());
    }

    private Optional<String> missing(Triage triage) {
        String missing =
                triage.missing().stream().map(id -> questions.get(id).topic()).collect(Collectors.joining(", or "));
        return Optional.of(missing)
                .filter(text -> !text.isEmpty())
                .map(text -> advice.phrases().get("not-known").replace("{missing}", text));
    }

    /** Lists that follow each other become one. */
    private static String joined(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            boolean goesOn = part.startsWith("- ") && endsInItem(text.toString());
            text.append(text.isEmpty() ? "" : goesOn ? "\n" : "\n\n").append(part.strip());
        }
        return text.toString();
    }

    private static boolean endsInItem(String text) {
        return text.substring(text.lastIndexOf("\n\n") + 1).strip().startsWith("- ");
    }
}
