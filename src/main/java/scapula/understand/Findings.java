package scapula.understand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scapula.domain.Context;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Quote;
import scapula.understand.Lexicon.Match;

/** Turns the wordings found in a message into findings: present, denied, or only pointed to. */
final class Findings {

    /** Wordings that look like a finding and are none; they are listed so that they match first. */
    private static final String NO_FINDING = "none:";

    private final Context context;

    Findings(Context context) {
        this.context = context;
    }

    /** One finding for each token; where a token is said twice, once denied and once not, it is present. */
    List<Finding> in(String text, List<Word> words, List<Match> matches, int turn) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        boolean denied = false;
        int afterLast = 0;
        for (Match match : matches) {
            denied = isDenied(words, match.first(), afterLast, denied);
            afterLast = match.last() + 1;
            if (!match.token().startsWith(NO_FINDING)) {
                int start = words.get(match.first()).start();
                int end = words.get(match.last()).end();
                Quote quote = new Quote(text.substring(start, end), start, end, turn);
                findings.merge(match.token(), finding(match, denied, quote), Findings::plainer);
            }
        }
        return List.copyOf(findings.values());
    }

    private static Finding finding(Match match, boolean denied, Quote quote) {
        if (denied) {
            return new Absent(match.token(), quote);
        }
        return match.assumed() ? new Unsure(match.token(), quote) : new Present(match.token(), quote);
    }

    private static Finding plainer(Finding earlier, Finding later) {
        return earlier instanceof Present ? earlier : later;
    }

    /**
     * Whether a denial stands right before the word, fillers aside and without punctuation between ("No. My chest
     * hurts" denies nothing), or carries on from the finding before it ("no chest pain or cold sweats").
     */
    private boolean isDenied(List<Word> words, int first, int afterLast, boolean before) {
        for (int at = first - 1; at >= afterLast && !words.get(at + 1).opens(); at--) {
            String word = words.get(at).text();
            if (context.denials().contains(word)) {
                return true;
            }
            if (context.alternatives().contains(word)) {
                return before && at == afterLast;
            }
            if (!context.fillers().contains(word)) {
                return false;
            }
        }
        return false;
    }
}
