package scapula.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What somebody wrote in words into a FHIR R4 resource.
 *
 * @param from the type of the resource
 * @param at when, as the resource tells it; may be empty
 */
record FreeText(String from, String at, String text) {

    /** What is in a record by mistake, or did not take place. */
    private static final Set<String> NOT_SO = Set.of("entered-in-error", "cancelled", "refuted");

    /** As much as one message may have: all of it, or whole sentences, or words, or letters. */
    private static final Pattern PIECE =
            Pattern.compile("(?s)\\A.{1,2000}\\z|\\S.{0,1997}[.!?\\n](?=\\s|$)|\\S.{0,1998}(?=\\s|$)|\\S{1,2000}");

    /** All texts of some resources or bundles, the oldest first and each short enough for a message. */
    static List<FreeText> in(Stream<JsonNode> prefetched) {
        return prefetched
                .flatMap(FreeText::resources)
                .filter(resource -> !NOT_SO.contains(resource.path("status").asText())
                        && codes(resource.path("verificationStatus")).noneMatch(NOT_SO::contains))
                .flatMap(FreeText::of)
                .flatMap(FreeText::pieces)
                .sorted(Comparator.comparing(FreeText::instant))
                .toList();
    }

    private static Stream<JsonNode> resources(JsonNode prefetched) {
        return prefetched.path("resourceType").asText().equals("Bundle")
                ? each(prefetched.path("entry")).map(entry -> entry.path("resource"))
                : Stream.of(prefetched);
    }

    private static Stream<FreeText> of(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        return switch (type) {
            case "Encounter" -> {
                String began = resource.at("/period/start").asText();
                yield each(resource.path("reasonCode")).map(reason -> new FreeText(type, began, words(reason)));
            }
            case "Condition" -> {
                String at = resource.path("recordedDate").asText();
                yield Stream.concat(
                        Stream.of(new FreeText(type, at, words(resource.path("code")))),
                        each(resource.path("note"))
                                .map(note -> new FreeText(
                                        type,
                                        note.path("time").asText(at),
                                        note.path("text").asText())));
            }
            case "QuestionnaireResponse" -> {
                String at = resource.path("authored").asText();
                yield typed(resource).map(text -> new FreeText(type, at, text));
            }
            default -> Stream.of();
        };
    }

    /** The answers that were typed, below any depth of items. */
    private static Stream<String> typed(JsonNode holder) {
        return each(holder.path("item"))
                .flatMap(item -> Stream.concat(
                        each(item.path("answer"))
                                .flatMap(answer -> Stream.concat(
                                        Stream.of(answer.path("valueString").asText()), typed(answer))),
                        typed(item)));
    }

    private static String words(JsonNode concept) {
        return concept.path("text").asText(concept.at("/coding/0/display").asText());
    }

    private static Stream<String> codes(JsonNode concept) {
        return each(concept.path("coding")).map(coding -> coding.path("code").asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private Stream<FreeText> pieces() {
        return PIECE.matcher(text.strip())
                .results()
                .map(MatchResult::group)
                .map(piece -> new FreeText(from, at, piece));
    }

    /** What has no time that can be read comes first. */
    private Instant instant() {
        try {
            return at.contains("T")
                    ? OffsetDateTime.parse(at).toInstant()
                    : LocalDate.parse((at + "-01-01").substring(0, 10))
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeParseException unknown) {
            return Instant.MIN;
        }
    }
}
