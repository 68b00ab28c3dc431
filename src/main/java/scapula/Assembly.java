package scapula;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scapula.content.Content;
import scapula.decide.Counsel;
import scapula.decide.RuleBook;
import scapula.domain.Guide;
import scapula.domain.Region;
import scapula.domain.Summary.Made;
import scapula.domain.Token;
import scapula.http.AllowedOrigins;
import scapula.http.ChatReply;
import scapula.http.Server;
import scapula.phrase.Guidebook;
import scapula.phrase.Phrasebook;
import scapula.phrase.Summaries;
import scapula.store.ConversationStore;
import scapula.talk.Conversations;
import scapula.talk.Dialogue;
import scapula.understand.Reader;

/** All parts, put together by hand in the one place where every {@code new} can be seen. */
record Assembly(
        Content content,
        Phrasebook.Words words,
        Reader reader,
        Conversations conversations,
        Summaries summaries,
        Region usual) {

    /** Where the build put the content and what it learnt from it. */
    static final String CONTENT = "content";

    static final String INTENTS = "intents.bin";

    static final String LANGUAGES = "languages.bin";

    /**
     * The program with the content that it was built with, or with a folder's, which is then trained and compiled now.
     *
     * @throws scapula.domain.ContentProblem where the folder's content has mistakes
     */
    static Assembly of(Optional<Path> folder, String region) throws IOException {
        return folder.isPresent() ? edited(folder.get(), region) : built(region, InstantSource.system());
    }

    /** The program with the content that it was built with, and a clock of its own. */
    static Assembly built(String region, InstantSource clock) throws IOException {
        try (InputStream intents = Assembly.class.getResourceAsStream("/" + INTENTS);
                InputStream languages = Assembly.class.getResourceAsStream("/" + LANGUAGES)) {
            Content content = builtContent();
            return wire(
                    content, Reader.read(content.wordings(), intents, languages), RuleBook.prebuilt(), region, clock);
        }
    }

    private static Assembly edited(Path folder, String region) {
        Content content = Content.open(folder, LocalDate.now(ZoneOffset.UTC));
        return wire(
                content,
                Reader.trained(content.wordings(), content.examples(), content.languages()),
                RuleBook.compiled(content.rules()),
                region,
                InstantSource.system());
    }

    /** The content inside the jar, or beside the classes while the program is being worked on. */
    static Content builtContent() throws IOException {
        try {
            URI home = Assembly.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(home);
            if (path.toFile().isDirectory()) {
                return Content.open(path.resolve(CONTENT), LocalDate.now(ZoneOffset.UTC));
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return Content.open(jar.getPath(CONTENT), LocalDate.now(ZoneOffset.UTC));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Assembly wire(Content content, Reader reader, RuleBook rules, String region, InstantSource clock) {
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
        Region usual = content.regions().get(region);
        Conversations conversations = new Conversations(
                new Dialogue(reader, counsel, new Phrasebook(words), content.regions()),
                new ConversationStore(),
                usual,
                clock);
        return new Assembly(content, words, reader, conversations, summaries(content, words), usual);
    }

    private static Summaries summaries(Content content, Phrasebook.Words words) {
        return new Summaries(
                content.summary(),
                words,
                content.check(),
                content.sources(),
                content.written(),
                new Made(Main.Version.number(), content.rulesVersion(), content.modelsVersion()));
    }

    private Guide guide() {
        return new Guidebook(words, content.guide(), content.written(), content.check(), usual)
                .guide(content.sources());
    }

    Server server(int perMinute, AllowedOrigins origins) {
        return new Server(conversations, names(), summaries::of, guide(), content.regions(), usual, origins, perMinute);
    }

    ChatReply.Names names() {
        Map<String, Token> tokens =
                content.wordings().tokens().stream().collect(Collectors.toMap(Token::id, token -> token));
        return new ChatReply.Names(
                tokens,
                content.advice(),
                content.sources(),
                new ChatReply.Version(content.rulesVersion(), content.modelsVersion()));
    }
}
