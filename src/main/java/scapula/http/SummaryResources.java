package scapula.http;

import static scapula.http.Fhir.concept;
import static scapula.http.Fhir.node;
import static scapula.http.Fhir.reference;
import static scapula.http.Fhir.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Unsure;
import scapula.domain.Reason;
import scapula.domain.Summary;
import scapula.domain.Summary.Item;
import scapula.domain.Summary.Outcome;

/** What the summary tells, as FHIR R4 resources; the same conversation gives the same ids. */
final class SummaryResources {

    /** A resource and the address by which the others refer to it. */
    record Entry(String url, ObjectNode resource) {}

    static final String STATUS = "final";

    private static final String FINDINGS = "urn:scapula:finding";
    private static final String LEVELS = "urn:scapula:level";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private final Summary summary;

    SummaryResources(Summary summary) {
        this.summary = summary;
    }

    /** A patient of whom nothing is known that would identify them. */
    Entry patient() {
        return entry("patient", resource("Patient", summary.word("anonymous")));
    }

    /** The writer, where the patient is somebody else. */
    Optional<Entry> informant() {
        if (!summary.aboutOther()) {
            return Optional.empty();
        }
        ObjectNode person = resource("RelatedPerson", summary.word("about-self"));
        person.set("patient", reference(url("patient")));
        return Optional.of(entry("informant", person));
    }

    /** The program. */
    Entry device() {
        ObjectNode device = resource("Device", summary.word("notice"));
        device.putArray("deviceName")
                .addObject()
                .put("name", summary.word("program"))
                .put("type", "user-friendly-name");
        ArrayNode versions = device.putArray("version");
        versions.add(version("program", summary.made().program()));
        versions.add(version("rules", summary.made().rules()));
        versions.add(version("models", summary.made().models()));
        return entry("device", device);
    }

    private ObjectNode version(String part, String value) {
        ObjectNode version = node();
        version.putObject("type").put("text", summary.word(part));
        return version.put("value", value);
    }

    /** The level. */
    Entry risk() {
        Outcome outcome = summary.outcome();
        String level = outcome.urgency() + ": " + outcome.name();
        String by = summary.word("by") + ": " + outcome.by();
        ObjectNode risk = resource("RiskAssessment", level + ". " + by);
        risk.put("status", STATUS);
        risk.putObject("code").put("text", summary.word("level"));
        risk.set("subject", reference(url("patient")));
        risk.put("occurrenceDateTime", summary.answered().toString());
        risk.set("performer", reference(url("device")));
        if (!summary.items().isEmpty()) {
            ArrayNode basis = risk.putArray("basis");
            summary.items()
                    .forEach(item -> basis.add(reference(observation(item).url())));
        }
        risk.putArray("prediction").add(prediction(outcome, level, by));
        if (!outcome.told().isEmpty()) {
            risk.put("mitigation", summary.word("told") + ": " + outcome.told());
        }
        risk.putArray("note").addObject().put("text", Fhir.markdown(summary.word("notice")));
        return entry("risk", risk);
    }

    private ObjectNode prediction(Outcome outcome, String level, String by) {
        ObjectNode prediction = node();
        prediction.putObject("outcome").put("text", by);
        prediction.set("qualitativeRisk", concept(LEVELS, outcome.level().ruleName(), outcome.name(), level));
        if (!summary.because().isEmpty()) {
            prediction.put(
                    "rationale", summary.because().stream().map(Reason::rule).collect(Collectors.joining("; ")));
        }
        return prediction;
    }

    /** A finding: true, false, or not known. */
    Entry observation(Item item) {
        String token = item.finding().token();
        ObjectNode observation = resource("Observation", item.said());
        observation.put("status", STATUS);
        observation.set("code", concept(FINDINGS, token, item.label(), item.label()));
        observation.set("subject", reference(url("patient")));
        observation.put("effectiveDateTime", item.at().toString());
        observation.putArray("performer").add(reference(url(summary.aboutOther() ? "informant" : "patient")));
        if (item.finding() instanceof Unsure) {
            observation.set("dataAbsentReason", concept(ABSENT, "unknown", "Unknown", summary.word("unsure")));
        } else {
            observation.put("valueBoolean", !(item.finding() instanceof Absent));
        }
        SummaryItems items = new SummaryItems(summary);
        String told = items.quoted(item) + " (" + summary.word("at") + " " + items.message(item) + ")";
        observation.putArray("note").addObject().put("text", Fhir.markdown(told));
        return entry(token, observation);
    }

    private Entry entry(String name, ObjectNode resource) {
        return new Entry(url(name), resource);
    }

    String url(String name) {
        String seed = summary.conversation() + "/" + name;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode identifier(String name) {
        return node().put("system", "urn:ietf:rfc:3986").put("value", url(name));
    }
}
