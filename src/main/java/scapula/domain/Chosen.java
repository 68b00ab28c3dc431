package scapula.domain;

/** The person answered a question with this option, by tapping or typing. */
public record Chosen(String question, String option) {

    /** Whether they would rather not say. */
    public boolean isRefusal() {
        return option.equals(Question.REFUSED);
    }
}
