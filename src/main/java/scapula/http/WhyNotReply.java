package scapula.http;

import java.util.List;
import scapula.domain.WhyNot;

/** Why a rule does not speak, as it goes over the wire. */
public record WhyNotReply(String rule, boolean fired, List<WhyNot.Held> conditions, List<Need> needs) {

    /** A finding that would be enough. */
    public record Need(String token, String label) {}

    static WhyNotReply of(WhyNot whyNot, ChatReply.Names names) {
        List<Need> needs = whyNot.needs().stream()
                .map(finding -> new Need(finding.token(), names.label(finding)))
                .toList();
        return new WhyNotReply(whyNot.rule(), whyNot.fired(), whyNot.conditions(), needs);
    }
}
