package scapula.phrase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scapula.domain.Advice.Flag;
import scapula.domain.Answer;
import scapula.domain.Block;
import scapula.domain.Block.Kind;
import scapula.domain.Block.Span;
import scapula.domain.Guide;
import scapula.domain.Guide.Entry;
import scapula.domain.Guide.Section;
import scapula.domain.Guide.Topic;
import scapula.domain.Level;
import scapula.domain.PlainRule;
import scapula.domain.Question;
import scapula.domain.Region;
import scapula.domain.Reply.Shown;
import scapula.domain.Source;
import scapula.domain.Thing;
import scapula.domain.WrittenRule;

/** Puts all rules, answers and red flags into words, for those who edit them and those who wonder. */
public final class Guidebook {

    private final Phrasebook.Words words;
    private final Guide.Words page;
    private final List<String> check;
    private final Region region;
    private final Things things;
    private final List<PlainRule> rules;
    private final Map<String, List<PlainRule>> leading = new LinkedHashMap<>();

    /**
     * Reads the rules.
     *
     * @param check ids of the questions of the check
     * @param region whose numbers and services are filled in
     */
    public Guidebook(
            Phrasebook.Words words, Guide.Words page, List<WrittenRule> written, List<String> check, Region region) {
        this.words = words;
        this.page = page;
        this.check = check;
        this.region = region;
        this.things = new Things(words, page, region);
        PlainRules plain = new PlainRules(things, page, words.questions());
        this.rules = written.stream().map(plain::of).toList();
        for (PlainRule rule : rules) {
            leading.computeIfAbsent(rule.concludes().key(), none -> new ArrayList<>())
                    .add(rule);
        }
        leading.values()
                .forEach(led -> led.sort(Comparator.comparing(Guidebook::height).reversed()));
    }

    /** The guide, resting on these sources. */
    public Guide guide(Map<String, Source> sources) {
        return new Guide(
                List.of(
                        byTopic("answers", words.answers().values().stream().map(this::answer)),
                        byTopic(
                                "flags",
                                words.advice().flags().keySet().stream().map(this::flag)),
                        inOne("cautions", Thing.Kind.CAUTION),
                        inOne("signs", Thing.Kind.SIGN),
                        byTopic("questions", questions()),
                        inOne("remarks", Thing.Kind.REMARK)),
                rules,
                sources,
                page);
    }

    /** The questions of the check first, in its order. */
    private Stream<Entry> questions() {
        return Stream.concat(check.stream(), words.questions().keySet().stream().filter(id -> !check.contains(id)))
                .map(this::question);
    }

    private Section byTopic(String id, Stream<Entry> entries) {
        Map<String, List<Entry>> byTopic =
                entries.collect(Collectors.groupingBy(this::topic, LinkedHashMap::new, Collectors.toList()));
        return new Section(
                id,
                byTopic.entrySet().stream()
                        .map(topic ->
                                new Topic(id + "-" + topic.getKey(), things.topic(topic.getKey()), topic.getValue()))
                        .toList());
    }

    /** The folder that most of its rules stand in. */
    private String topic(Entry entry) {
        Map<String, Long> folders = entry.rules().stream()
                .collect(Collectors.groupingBy(PlainRule::folder, LinkedHashMap::new, Collectors.counting()));
        return check.contains(entry.thing().id())
                ? Topic.CHECK
                : folders.keySet().stream()
                        .max(Comparator.comparing(folders::get))
                        .orElse(Topic.WHICH);
    }

    private Section inOne(String id, Thing.Kind kind) {
        List<Entry> entries = leading.values().stream()
                .map(led -> led.get(0).concludes())
                .filter(thing -> thing.kind() == kind)
                .map(thing -> entry(thing, text(thing), List.of(), null))
                .toList();
        return new Section(id, List.of(new Topic(id + "-all", page.text(id), entries)));
    }

    private List<Block> text(Thing thing) {
        String text = thing.kind() == Thing.Kind.REMARK ? words.remarks().getOrDefault(thing.id(), "") : "";
        return Markdown.blocks(region.fill(text));
    }

    private Entry answer(Answer answer) {
        Shown shown = Phrasebook.show(answer, region);
        List<Block> all = new ArrayList<>(shown.blocks());
        all.addAll(shown.more());
        return entry(things.answer(answer.id()), all, answer.sources(), answer.reviewed());
    }

    private Entry flag(String id) {
        Flag flag = words.advice().flags().get(id);
        List<Block> text = new ArrayList<>(Markdown.blocks(region.fill(flag.reason())));
        if (!flag.route().isEmpty()) {
            String route = words.advice().routes().get(flag.route()).heading();
            text.addAll(Markdown.blocks(page.text("route").replace("{route}", region.fill(route))));
        }
        return entry(things.flag(id), text, List.of(), null);
    }

    private Entry question(String id) {
        Question question = words.questions().get(id);
        List<List<Span>> options = question.options().stream()
                .map(option -> List.of(new Span(option.label(), false)))
                .toList();
        return entry(things.question(id), List.of(new Block(Kind.BULLETS, options)), List.of(), null);
    }

    /** An entry with the rules that lead to it; it rests on what they rest on, where it names no sources itself. */
    private Entry entry(Thing thing, List<Block> text, List<String> sources, LocalDate reviewed) {
        List<PlainRule> led = leading.getOrDefault(thing.key(), List.of());
        Stream<String> all =
                sources.isEmpty() ? led.stream().flatMap(rule -> rule.sources().stream()) : sources.stream();
        return new Entry(thing, text, all.distinct().sorted().toList(), reviewed, led);
    }

    private static Integer height(PlainRule rule) {
        return Level.named(rule.level())
                .map(Level::ordinal)
                .orElse(rule.level().isEmpty() ? -1 : Level.values().length);
    }
}
