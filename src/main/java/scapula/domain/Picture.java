package scapula.domain;

/**
 * A drawing of an exercise, from its start to its end.
 *
 * @param id the name of its file in {@code web/pictures/}
 * @param title the name of the exercise
 * @param text what it shows, for someone who cannot see it
 */
public record Picture(String id, String title, String text) {}
