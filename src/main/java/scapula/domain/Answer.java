package scapula.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * One answer, as its editors wrote it.
 *
 * @param safety the danger signs closest to the question, said before anything else
 * @param body Markdown, short enough to be read at once
 * @param more Markdown that is shown when asked for; may be empty
 * @param pictures of the exercises that it describes
 * @param sources ids of the pages it was checked against
 * @param reviewed the day on which the project checked it against its sources
 */
public record Answer(
        String id,
        String title,
        String safety,
        String body,
        String more,
        List<Picture> pictures,
        List<String> sources,
        LocalDate reviewed) {}
