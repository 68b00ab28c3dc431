package scapula;

import java.util.Set;
import java.util.stream.Collectors;
import scapula.domain.Doubt;
import scapula.domain.Finding;
import scapula.domain.Finding.Present;
import scapula.understand.FindingReader.Told;

/** Right, wrong and missed findings; and messages that are alarming or harmless, by how they were read. */
final class ReadingTally {

    /** What the columns of {@link #toString()} are. */
    static final String HEAD = String.format(
            "%26s%s%n%26s%s",
            "",
            "findings      dangers       alarming: read asked missed  harmless: misread asked",
            "",
            "prec. recall  prec. recall  per cent                     per cent");

    /** Slots that the files do not tick. */
    private static final Set<String> NOT_TICKED = Set.of("topic", "plan", "none");

    private final Set<String> dangers;
    private final Found all = new Found();
    private final Found alarms = new Found();
    private int alarming;
    private int read;
    private int asked;
    private int harmless;
    private int misread;
    private int bothered;

    /** How findings of one kind were found. */
    private static final class Found {
        private int right;
        private int wrong;
        private int missed;

        @Override
        public String toString() {
            return String.format("%5.3f %5.3f", share(right, right + wrong), share(right, right + missed));
        }
    }

    ReadingTally(Set<String> dangers) {
        this.dangers = dangers;
    }

    /** Counts one message; a finding that was left open is neither right nor wrong. */
    void add(Ticked message, Told told) {
        Set<String> tokens = told.findings().stream()
                .filter(finding -> finding instanceof Present && !NOT_TICKED.contains(finding.slot()))
                .map(Finding::token)
                .collect(Collectors.toSet());
        for (String token : tokens) {
            boolean right = message.says(token);
            count(token, right ? 1 : 0, right || message.leavesOpen(token) ? 0 : 1, 0);
        }
        message.findings().keySet().stream()
                .filter(token -> message.says(token) && !tokens.contains(token))
                .forEach(token -> count(token, 0, 0, 1));
        Set<String> read = tokens.stream().filter(dangers::contains).collect(Collectors.toSet());
        boolean anyRight = read.stream().anyMatch(token -> message.says(token) || message.leavesOpen(token));
        boolean anyWrong = !read.stream().allMatch(token -> message.says(token) || message.leavesOpen(token));
        boolean doubts = told.doubts().stream().map(Doubt::token).anyMatch(dangers::contains);
        if (message.isAlarming()) {
            alarming++;
            this.read += anyRight ? 1 : 0;
            asked += !anyRight && doubts ? 1 : 0;
        } else if (message.isHarmless()) {
            harmless++;
            misread += anyWrong ? 1 : 0;
            bothered += !anyWrong && doubts ? 1 : 0;
        }
    }

    private void count(String token, int right, int wrong, int missed) {
        for (Found found : dangers.contains(token) ? new Found[] {all, alarms} : new Found[] {all}) {
            found.right += right;
            found.wrong += wrong;
            found.missed += missed;
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%s   %s   %5.1f %5.1f %5.1f   %5.1f %5.1f",
                all,
                alarms,
                100 * share(read, alarming),
                100 * share(asked, alarming),
                100 * share(alarming - read - asked, alarming),
                100 * share(misread, harmless),
                100 * share(bothered, harmless));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
