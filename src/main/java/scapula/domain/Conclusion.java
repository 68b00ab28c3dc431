package scapula.domain;

/** The only things a rule may say. Rules insert them; {@code Weighing} chooses among them. */
public sealed interface Conclusion {

    /** The name that joins the conclusion to its words or to other rules. */
    String of();

    /** An inference that other rules build on: "this is about the upper back". */
    record Sign(String of) implements Conclusion {}

    /** An answer that comes first, whatever else is told. */
    record Warn(String of) implements Conclusion {}

    /** An answer that fits the message; the most specific one is told. */
    record Tell(String of) implements Conclusion {}

    /** Words for a message that gets no answer. */
    record Remark(String of) implements Conclusion {}

    /** A question worth putting to the person; the most specific one is put. */
    record Ask(String of) implements Conclusion {}
}
