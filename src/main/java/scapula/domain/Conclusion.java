package scapula.domain;

/** The only things a rule may say. Rules insert them; the code of {@code decide} chooses among them. */
public sealed interface Conclusion {

    /** The name that joins the conclusion to its words or to other rules. */
    String of();

    /** An inference that other rules build on: "this is about the upper back". */
    record Sign(String of) implements Conclusion {}

    /**
     * How soon help is needed: the highest level counts.
     *
     * @param of the name of a {@link Level}, or {@link #CRISIS}, which is shown besides a level and never instead
     * @param flag the red flag that it belongs to, which has words of its own
     */
    record Advise(String of, String flag) implements Conclusion {

        public static final String CRISIS = "crisis";
    }

    /**
     * A weak flag: one is noted, two raise the level by one step, never to an emergency.
     *
     * @param atLeast the name of the lowest {@link Level} that is possible with it
     */
    record Caution(String of, String atLeast) implements Conclusion {}

    /** An answer that fits the message; the most specific one is told. */
    record Tell(String of) implements Conclusion {}

    /** Words for a message that gets no answer. */
    record Remark(String of) implements Conclusion {}

    /**
     * A question worth putting to the person.
     *
     * @param reveals the name of the highest {@link Level} that its answer could reveal
     */
    record Ask(String of, String reveals) implements Conclusion {}
}
