package scapula.decide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import scapula.domain.RuleText;

/** All rules, ready to be applied. Holds no state: the same facts always give the same conclusions. */
public final class RuleBook {

    /** Where the compiler lists the classes that it made. */
    static final String MODEL_LIST = "META-INF/kie/org.default/artifact/drools-model";

    private static final LongAdder EVALUATIONS = new LongAdder();

    private final KieSessionsPool sessions;

    /** As many sessions as there are processors: more at a time would take a megabyte each and end no sooner. */
    private final Semaphore places;

    private RuleBook(KieBase rules) {
        int processors = Runtime.getRuntime().availableProcessors();
        this.sessions = rules.newKieSessionsPool(processors);
        this.places = new Semaphore(processors);
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

    /** How often rules were applied since the program began. */
    public static long evaluations() {
        return EVALUATIONS.sum();
    }

    /** What the rules make of these facts, each an {@code Intent}, a {@code Finding} or another fact of the domain. */
    Trail weigh(Collection<?> facts) {
        EVALUATIONS.increment();
        places.acquireUninterruptibly();
        try {
            return fire(facts);
        } finally {
            places.release();
        }
    }

    private Trail fire(Collection<?> facts) {
        KieSession session = sessions.newKieSession();
        try {
            Trail trail = new Trail();
            session.addEventListener(trail.agenda());
            session.addEventListener(trail.insertions());
            facts.forEach(session::insert);
            session.fireAllRules();
            return trail;
        } finally {
            session.dispose();
        }
    }
}
