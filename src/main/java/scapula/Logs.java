package scapula;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** How the log is written: to the error output, and never with a word that was typed. */
public final class Logs extends ContextAwareBase implements Configurator {

    /** One line for a person, or one JSON object for a machine, which then hears of each request too. */
    enum Form {
        text,
        json
    }

    /** Jetty would warn of each odd request, and repeat it. */
    private static final Map<String, Level> LEVELS = Map.of(
            "ROOT", Level.WARN,
            "scapula", Level.INFO,
            "scapula.requests", Level.OFF,
            "org.drools.compiler", Level.OFF,
            "io.javalin.Javalin", Level.OFF,
            "org.eclipse.jetty", Level.ERROR);

    /** What is written before any command has said how. */
    @Override
    public ExecutionStatus configure(LoggerContext logs) {
        configure(logs, Form.text);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void write(Form form) {
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), form);
    }

    private static void configure(LoggerContext logs, Form form) {
        logs.reset();
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(logs);
        errors.setTarget("System.err");
        errors.setEncoder(form == Form.json ? json(logs) : text(logs));
        errors.start();
        LEVELS.forEach((name, level) -> logs.getLogger(name).setLevel(level));
        if (form == Form.json) {
            logs.getLogger("scapula.requests").setLevel(Level.INFO);
        }
        logs.getLogger("ROOT").addAppender(errors);
    }

    private static EncoderBase<ILoggingEvent> text(LoggerContext logs) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logs);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ssXXX} %-5level %msg %kvp%n%nopex");
        encoder.start();
        return encoder;
    }

    private static EncoderBase<ILoggingEvent> json(LoggerContext logs) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(logs);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithThreadName(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithArguments(false);
        encoder.setWithThrowable(false);
        encoder.start();
        return encoder;
    }
}
