package scapula.decide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.drools.model.Model;
import org.drools.model.Rule;
import scapula.domain.RuleText;
import scapula.domain.WrittenRule;

/**
 * All rules, ready to be applied: the same facts always give the same conclusions.
 *
 * <p>The rules of one file are a sheet of their own. Sheets come in the order in which they build on each other's signs, and
 * each is asked only where all is there that some rule of it wants, and only about what it looks at.
 */
public final class RuleBook {

    /** Where the compiler lists the classes that it made. */
    static final String MODEL_LIST = "META-INF/kie/org.default/artifact/drools-model";

    private static final LongAdder EVALUATIONS = new LongAdder();

    private final List<RuleSheet> sheets;
    private final Outlook outlook;

    /** @param sheets the rules of each, in order */
    private RuleBook(List<List<Rule>> sheets) {
        this.sheets = sheets.stream().map(RuleSheet::new).toList();
        this.outlook = new Outlook(sheets);
    }

    /**
     * The rules that the build compiled into the classes of this program.
     *
     * @param written the same rules, as their editors wrote them
     */
    public static RuleBook prebuilt(List<WrittenRule> written) {
        ClassLoader program = RuleBook.class.getClassLoader();
        try (InputStream list = program.getResourceAsStream(MODEL_LIST)) {
            return of(written, program, new String(list.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("This program was built without its rules.", broken);
        }
    }

    /** Rules compiled now, which takes seconds. */
    public static RuleBook compiled(List<RuleText> rules, List<WrittenRule> written) {
        RuleBook book = RuleCompiler.compiled(rules, (classes, names) -> of(written, classes, names));
        book.sheets.forEach(RuleSheet::open);
        return book;
    }

    private static RuleBook of(List<WrittenRule> written, ClassLoader classes, String models) {
        Map<String, Rule> compiled = new HashMap<>();
        try {
            for (String name : models.lines().toList()) {
                if (!name.isBlank() && !name.startsWith("Drools-Model-Version")) {
                    Class<?> model = Class.forName(name, true, classes);
                    ((Model) model.getDeclaredConstructor().newInstance())
                            .getRules()
                            .forEach(rule -> compiled.put(rule.getName(), rule));
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The compiled rules cannot be loaded.", broken);
        }
        Set<String> names = written.stream().map(WrittenRule::name).collect(Collectors.toSet());
        if (!names.equals(compiled.keySet())) {
            Set<String> differ = new TreeSet<>(names);
            differ.removeIf(compiled.keySet()::contains);
            compiled.keySet().stream().filter(name -> !names.contains(name)).forEach(differ::add);
            throw new IllegalStateException("Compiled are other rules than written: " + differ);
        }
        Map<String, List<Rule>> files = new LinkedHashMap<>();
        SheetOrder.of(written).forEach(file -> files.put(file, new ArrayList<>()));
        written.forEach(rule -> files.get(rule.file()).add(compiled.get(rule.name())));
        return new RuleBook(List.copyOf(files.values()));
    }

    /** How often rules were applied since the program began. */
    public static long evaluations() {
        return EVALUATIONS.sum();
    }

    /** What the rules make of these facts, each an {@code Intent}, a {@code Finding} or another fact of the domain. */
    Trail weigh(Collection<?> facts) {
        EVALUATIONS.increment();
        return new Round(sheets, outlook).trail(facts);
    }
}
