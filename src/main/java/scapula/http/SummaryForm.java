package scapula.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import scapula.domain.Summary;

/** A form in which the summary is written. */
public enum SummaryForm {
    json("application/json"),
    html("text/html"),
    fhir("application/fhir+json");

    /** Their media types, the usual one first. */
    static final List<String> TYPES =
            Arrays.stream(values()).map(form -> form.type).toList();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String type;

    SummaryForm(String type) {
        this.type = type;
    }

    /** The form of one of these media types. */
    static SummaryForm of(String type) {
        return values()[TYPES.indexOf(type)];
    }

    /** The summary in this form. */
    public String written(Summary summary) throws JsonProcessingException {
        return switch (this) {
            case json -> JSON.writeValueAsString(SummaryJson.of(summary));
            case html -> SummaryHtml.page(summary);
            case fhir -> JSON.writeValueAsString(new SummaryFhir(summary).bundle());
        };
    }
}
