package scapula.domain;

import java.util.List;
import java.util.stream.Collectors;

/** The content cannot be used: what is wrong, one sentence for each mistake. */
public final class ContentProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public ContentProblem(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
