package scapula;

import java.util.ArrayList;
import java.util.List;

/**
 * One reply of a kept conversation that is another now.
 *
 * @param line of the first word that differs
 * @param said what the person says there
 */
record Difference(String file, int line, String said, List<String> kept, List<String> now) {

    /** Where a replayed conversation differs from the kept one: only what the program says can. */
    static List<Difference> between(Transcript kept, Transcript now) {
        List<Difference> differences = new ArrayList<>();
        List<String> before = kept.lines();
        List<String> after = now.lines();
        int at = 0;
        int then = 0;
        while (at < before.size()) {
            if (!Transcript.isOfProgram(before.get(at)) && !isNext(after, then)) {
                at++;
                then++;
                continue;
            }
            int end = end(before, at);
            int thenEnd = end(after, then);
            List<String> was = before.subList(at, end);
            List<String> is = after.subList(then, thenEnd);
            if (!was.equals(is)) {
                differences.add(of(kept.name(), at, before.get(Math.max(0, at - 1)), was, is));
            }
            at = end;
            then = thenEnd;
        }
        if (then < after.size()) {
            differences.add(of(kept.name(), at, before.get(at - 1), List.of(), after.subList(then, after.size())));
        }
        return differences;
    }

    private static boolean isNext(List<String> lines, int at) {
        return at < lines.size() && Transcript.isOfProgram(lines.get(at));
    }

    private static int end(List<String> lines, int from) {
        int end = from;
        while (isNext(lines, end)) {
            end++;
        }
        return end;
    }

    /** Without the lines that both have at the beginning and at the end. */
    private static Difference of(String file, int at, String said, List<String> was, List<String> is) {
        int shorter = Math.min(was.size(), is.size());
        int same = 0;
        while (same < shorter && was.get(same).equals(is.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        return new Difference(
                file, at + same + 1, said, was.subList(same, was.size() - tail), is.subList(same, is.size() - tail));
    }

    /** As it is printed: the place, what was said, and the lines that went and came. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file + ":" + line + "\n  " + said);
        kept.forEach(gone -> text.append("\n- ").append(gone));
        now.forEach(come -> text.append("\n+ ").append(come));
        return text.toString();
    }
}
