package scapula.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import scapula.decide.Outlook.Sighting;
import scapula.decide.Trail.Step;
import scapula.domain.Conclusion;
import scapula.domain.Remembered;

/** The rules of one file. It remembers what they made of the facts that it was asked about last. */
final class RuleSheet {

    private static final int REMEMBERED = 256;

    private final List<Rule> rules;
    private final Remembered<Set<Sighting>, List<Step>> concluded = new Remembered<>(REMEMBERED, this::fire);

    private KieBase engine;

    RuleSheet(List<Rule> rules) {
        this.rules = rules;
    }

    /** Makes its rule base now instead of when it is first asked, so that what is wrong with it is known. */
    void open() {
        engine();
    }

    /** What the rules conclude from these facts, in whichever order they come. */
    List<Step> apply(Set<Sighting> facts) {
        return concluded.of(facts);
    }

    private List<Step> fire(Set<Sighting> facts) {
        KieSession session = engine().newKieSession();
        try {
            Steps steps = new Steps();
            session.addEventListener(steps.matches());
            session.addEventListener(steps.insertions());
            facts.stream().sorted(Comparator.comparing(Sighting::name)).forEach(seen -> session.insert(seen.fact()));
            session.fireAllRules();
            return List.copyOf(steps.drawn);
        } finally {
            session.dispose();
        }
    }

    private synchronized KieBase engine() {
        if (engine == null) {
            engine = KieBaseBuilder.createKieBaseFromModel(new ModelImpl().withRules(rules));
        }
        return engine;
    }

    /** Listens while rules fire: every conclusion, the rule that drew it, and what that rule had matched. */
    private static final class Steps {
        private final List<Step> drawn = new ArrayList<>();
        private List<Object> matched = List.of();

        DefaultAgendaEventListener matches() {
            return new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    matched = event.getMatch().getObjects().stream()
                            .filter(object -> object instanceof Record)
                            .map(Object.class::cast)
                            .toList();
                }
            };
        }

        DefaultRuleRuntimeEventListener insertions() {
            return new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    if (event.getRule() != null) {
                        drawn.add(new Step((Conclusion) event.getObject(), Heading.of(event.getRule()), matched));
                    }
                }
            };
        }
    }
}
