package scapula;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import scapula.content.Content;
import scapula.decide.Counsel;
import scapula.decide.RuleBook;
import scapula.domain.Guide;
import scapula.domain.Made;
import scapula.domain.Region;
import scapula.domain.Token;
import scapula.http.ChatReply;
import scapula.http.Edition;
import scapula.phrase.Guidebook;
import scapula.phrase.Phrasebook;
import scapula.phrase.Summaries;
import scapula.store.ConversationStore;
import scapula.store.MemoryStore;
import scapula.talk.Conversations;
import scapula.talk.Dialogue;
import scapula.understand.Reader;

/** All parts, put together by hand in the one place where every {@code new} can be seen. */
record Assembly(
        Content content,
        Phrasebook.Words words,
        Reader reader,
        RuleBook rules,
        Conversations conversations,
        Summaries summaries,
        String region,
        Outside outside) {

    /** Where the build put the content and what it learnt from it. */
    static final String CONTENT = "content.bin";

    static final String INTENTS = "intents.bin";

    static final String LANGUAGES = "languages.bin";

    /**
     * What the program stands in, whichever content it has.
     *
     * @param answered is told of each turn
     */
    record Outside(ConversationStore store, InstantSource clock, Conversations.Answered answered) {

        /** A memory that ends with the program, and nobody who counts. */
        static Outside alone() {
            return new Outside(new MemoryStore(Long.MAX_VALUE), InstantSource.system(), (turn, took) -> {});
        }
    }

    /** The program with the content that it was built with; its rules are loaded beside all else. */
    static Assembly built(String region, Outside outside) throws IOException {
        try (InputStream intents = Assembly.class.getResourceAsStream("/" + INTENTS);
                InputStream languages = Assembly.class.getResourceAsStream("/" + LANGUAGES)) {
            Content content = builtContent();
            CompletableFuture<RuleBook> rules =
                    CompletableFuture.supplyAsync(() -> RuleBook.prebuilt(content.written()));
            Reader reader = Reader.read(content.wordings(), intents, languages);
            return wire(content, reader, rules.join(), region, outside);
        }
    }

    /**
     * The same program with the content of a folder. What that did not change is kept as it is; what it did is trained
     * and compiled now, which takes a minute.
     *
     * @throws scapula.domain.ContentProblem where the folder's content has mistakes
     */
    Assembly edited(Path folder) {
        Content edited = Content.open(folder);
        Reader taught = edited.modelsVersion().equals(content.modelsVersion())
                ? reader
                : Reader.trained(edited.wordings(), edited.examples(), edited.languages());
        RuleBook compiled =
                edited.rules().equals(content.rules()) ? rules : RuleBook.compiled(edited.rules(), edited.written());
        return wire(edited, taught, compiled, region, outside);
    }

    /** The content that the program was built with. */
    static Content builtContent() throws IOException {
        try (InputStream packed = Assembly.class.getResourceAsStream("/" + CONTENT)) {
            return Content.read(packed);
        }
    }

    static Assembly wire(Content content, Reader reader, RuleBook rules, String region, Outside outside) {
        Phrasebook.Words words = new Phrasebook.Words(
                content.answers(),
                content.remarks(),
                content.otherLanguages(),
                content.questions(),
                content.advice(),
                content.wordings().tokens());
        Set<String> dangers = content.wordings().tokens().stream()
                .filter(Token::danger)
                .map(Token::id)
                .collect(Collectors.toSet());
        Counsel counsel = new Counsel(rules, content.written(), content.questions(), content.orders(), dangers);
        Made made = made(content);
        Conversations conversations = new Conversations(
                new Dialogue(reader, counsel, new Phrasebook(words), content.regions(), made),
                outside.store(),
                content.regions().get(region),
                outside.clock(),
                outside.answered());
        Summaries summaries =
                new Summaries(content.summary(), words, content.check(), content.sources(), content.written(), made);
        return new Assembly(content, words, reader, rules, conversations, summaries, region, outside);
    }

    /** Where a person is taken to be who names no region; null where the content has no such region. */
    Region usual() {
        return content.regions().get(region);
    }

    /** What the web server needs of it. */
    Edition edition() {
        Supplier<Guide> guide = () -> new Guidebook(words, content.guide(), content.written(), content.check(), usual())
                .guide(content.sources());
        return new Edition(conversations, names(), summaries::of, guide, content.regions(), usual(), made(content));
    }

    private static Made made(Content content) {
        return new Made(Main.Version.number(), content.rulesVersion(), content.modelsVersion());
    }

    ChatReply.Names names() {
        Map<String, Token> tokens =
                content.wordings().tokens().stream().collect(Collectors.toMap(Token::id, token -> token));
        return new ChatReply.Names(tokens, content.advice(), content.sources());
    }
}
