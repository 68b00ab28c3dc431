package scapula.decide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import scapula.domain.Decision;
import scapula.domain.Finding;
import scapula.domain.Meaning;
import scapula.domain.RuleText;

/** All rules, ready to weigh a message. Holds no state: the same facts always give the same decision. */
public final class RuleBook {

    /** Where the compiler lists the classes that it made. */
    static final String MODEL_LIST = "META-INF/kie/org.default/artifact/drools-model";

    private final KieBase rules;

    private RuleBook(KieBase rules) {
        this.rules = rules;
    }

    /** The rules that the build compiled into the classes of this program. */
    public static RuleBook prebuilt() {
        try (InputStream list = RuleBook.class.getClassLoader().getResourceAsStream(MODEL_LIST)) {
            List<Model> models = new ArrayList<>();
            String names = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            for (String name : names.lines().toList()) {
                if (!name.isBlank() && !name.startsWith("Drools-Model-Version")) {
                    Class<? extends Model> model = Class.forName(name).asSubclass(Model.class);
                    models.add(model.getDeclaredConstructor().newInstance());
                }
            }
            return new RuleBook(KieBaseBuilder.createKieBaseFromModel(models));
        } catch (IOException | ReflectiveOperationException broken) {
            throw new IllegalStateException("This program was built without its rules.", broken);
        }
    }

    /** Rules compiled now, which takes seconds. */
    public static RuleBook compiled(List<RuleText> rules) {
        return new RuleBook(RuleCompiler.base(rules));
    }

    /** What to say to a message that means this, given the findings that count for it. */
    public Decision decide(Meaning meaning, List<Finding> findings) {
        KieSession session = rules.newKieSession();
        try {
            Trail trail = new Trail();
            session.addEventListener(trail.agenda());
            session.addEventListener(trail.insertions());
            meaning.intents().forEach(session::insert);
            meaning.chosen().forEach(session::insert);
            meaning.doubts().forEach(session::insert);
            findings.forEach(session::insert);
            session.fireAllRules();
            return Weighing.of(trail);
        } finally {
            session.dispose();
        }
    }
}
