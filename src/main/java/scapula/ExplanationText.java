package scapula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import scapula.http.ChatReply.FindingOut;
import scapula.http.ChatReply.FlagOut;
import scapula.http.ChatReply.IntentOut;
import scapula.http.ChatReply.SourceOut;
import scapula.http.Explanation;
import scapula.http.Explanation.Fired;
import scapula.http.Explanation.QuestionAsked;
import scapula.http.Explanation.Rival;

/** An explanation as text: what was read, what was decided, and what came near, each with its rules. */
final class ExplanationText {

    private final Explanation explained;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explained) {
        this.explained = explained;
    }

    static String of(Explanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        text.read();
        text.decided();
        text.rivals("Nearest to a higher level", explanation.higher(), "while something is left to ask");
        text.rivals("Nearest to another answer", explanation.otherAnswers(), text.outweighed());
        return String.join("\n", text.lines);
    }

    private String outweighed() {
        return explained.triage().level().equals("emergency")
                ? "since an emergency holds answers back"
                : "since what is said fits more closely";
    }

    private void read() {
        boolean isSelf = explained.understood().about().equals("self");
        lines.add("Read (" + explained.understood().language() + ", about " + (isSelf ? "the writer" : "somebody else")
                + ", " + (explained.unwell() ? "in pain or unwell" : "not said to be unwell") + ")");
        explained.understood().findings().forEach(finding -> lines.add("  " + finding(finding)));
        explained
                .doubts()
                .forEach(doubt -> lines.add("  doubt    " + doubt.token() + " (" + doubt.label() + "): nearness "
                        + doubt.nearness() + ", to be asked about"));
        lines.add("");
        lines.add("Intent, the surest first");
        explained.understood().intents().forEach(intent -> lines.add("  " + intent(intent)));
        lines.add("");
    }

    private static String finding(FindingOut finding) {
        String words = finding.text() == null ? "" : " from \"" + finding.text() + "\"";
        String near = finding.near() == null
                ? ""
                : ", by likeness " + finding.near().likeness() + " to \""
                        + finding.near().wording() + "\"";
        return "%-8s %s (%s)%s%s".formatted(finding.state(), finding.token(), finding.label(), words, near);
    }

    private static String intent(IntentOut intent) {
        String words = intent.because().isEmpty() ? "" : " by " + String.join(", ", intent.because());
        return intent.id() + " " + intent.confidence() + words;
    }

    private void decided() {
        String within = explained.triage().within() == null
                ? ""
                : " within " + explained.triage().within();
        lines.add("Level: " + explained.triage().level() + within
                + (explained.triage().crisis() ? ", with the crisis line" : ""));
        for (FlagOut flag : explained.triage().flags()) {
            lines.add("  for " + flag.id() + " (" + flag.label() + ")");
        }
        lines.add("Told: " + (explained.told().isEmpty() ? "nothing" : String.join(", ", explained.told())));
        QuestionAsked question = explained.question();
        if (question == null) {
            lines.add("Asked: nothing");
        } else {
            lines.add("Asked: " + question.id() + " \"" + question.text() + "\"; after it, " + question.remaining()
                    + " at most");
            lines.add(
                    "  because " + (question.why() == null ? "one of several ticked things is meant" : question.why()));
        }
        lines.add("");
        lines.add("Rules that led here");
        explained.rules().forEach(this::fired);
        lines.add("");
    }

    private void fired(Fired rule) {
        String sources = rule.sources().stream().map(SourceOut::id).collect(Collectors.joining(", "));
        lines.add("  " + rule.rule());
        lines.add("    " + rule.place() + ", " + rule.concludes() + ", sources " + sources
                + (rule.facts().isEmpty() ? "" : ", from " + String.join(" ", rule.facts())));
    }

    /** @param why a rule that speaks does not count */
    private void rivals(String heading, List<Rival> rivals, String why) {
        lines.add(heading + (rivals.isEmpty() ? ": none" : ""));
        for (Rival rival : rivals) {
            lines.add("  " + rival.rule());
            lines.add("    " + rival.place() + ", " + rival.concludes());
            if (rival.speaks()) {
                lines.add("    speaks, and does not count " + why);
            }
            rival.lacks().forEach(lack -> lines.add("    lacks " + lack));
            if (!rival.enough().isEmpty()) {
                lines.add("    enough would be any of: "
                        + rival.enough().stream()
                                .map(need -> need.token() + " (" + need.label() + ")")
                                .collect(Collectors.joining(", ")));
            }
        }
    }
}
