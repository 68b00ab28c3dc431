package scapula.http;

import static scapula.http.Fhir.concept;
import static scapula.http.Fhir.node;
import static scapula.http.Fhir.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import scapula.domain.Finding;
import scapula.domain.Finding.Absent;
import scapula.domain.Finding.Present;
import scapula.domain.Finding.Unsure;
import scapula.domain.Summary;
import scapula.http.SummaryParts.Part;
import scapula.http.SummaryResources.Entry;

/** The summary as a FHIR R4 document: a Bundle that begins with its Composition. */
final class SummaryFhir {

    private static final String LOINC = "http://loinc.org";
    private static final String SUMMARY_OF_EPISODE = "34133-9";

    private static final Map<String, Class<? extends Finding>> STATES = Map.of(
            SummaryParts.FOUND, Present.class, SummaryParts.UNSURE, Unsure.class, SummaryParts.DENIED, Absent.class);

    private final Summary summary;
    private final SummaryResources resources;

    SummaryFhir(Summary summary) {
        this.summary = summary;
        this.resources = new SummaryResources(summary);
    }

    ObjectNode bundle() {
        ObjectNode bundle = node().put("resourceType", "Bundle");
        bundle.put("language", "en");
        bundle.set("identifier", resources.identifier("document-" + summary.turns()));
        bundle.put("type", "document").put("timestamp", summary.answered().toString());
        ArrayNode entries = bundle.putArray("entry");
        entries().forEach(entry -> {
            ObjectNode each = entries.addObject().put("fullUrl", entry.url());
            each.set("resource", entry.resource());
        });
        return bundle;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(resources.url("composition"), composition()));
        entries.add(resources.patient());
        resources.informant().ifPresent(entries::add);
        entries.add(resources.device());
        entries.add(resources.risk());
        summary.items().stream().map(resources::observation).forEach(entries::add);
        return entries;
    }

    private ObjectNode composition() {
        ObjectNode composition = node().put("resourceType", "Composition");
        composition.put("language", "en");
        composition.set("text", Fhir.narrative(Xhtml.paragraph(summary.word("notice"))));
        composition.set("identifier", resources.identifier("summary"));
        composition.put("status", SummaryResources.STATUS);
        composition.set("type", concept(LOINC, SUMMARY_OF_EPISODE, "Summary of episode note", summary.word("title")));
        composition.set("subject", reference(resources.patient().url()));
        composition.put("date", summary.answered().toString());
        composition.putArray("author").add(reference(resources.device().url()));
        composition.put("title", summary.word("title"));
        ArrayNode sections = composition.putArray("section");
        new SummaryParts(summary).all().forEach(part -> sections.add(section(part)));
        return composition;
    }

    private ObjectNode section(Part part) {
        ObjectNode section = node().put("title", part.heading());
        section.set("text", Fhir.narrative(part.body()));
        List<String> urls = entriesOf(part).map(Entry::url).toList();
        if (!urls.isEmpty()) {
            ArrayNode entries = section.putArray("entry");
            urls.forEach(url -> entries.add(reference(url)));
        }
        return section;
    }

    /** What is told by the part in words, once more as resources. */
    private Stream<Entry> entriesOf(Part part) {
        if (part.name().equals(SummaryParts.LEVEL)) {
            return Stream.of(resources.risk());
        }
        return STATES.containsKey(part.name())
                ? summary.in(STATES.get(part.name())).stream().map(resources::observation)
                : Stream.of();
    }
}
