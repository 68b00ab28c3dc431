package scapula.domain;

import java.util.List;

/**
 * All that the reader knows of how people say things.
 *
 * @param tokens with the wordings of each
 * @param patterns composed wordings of tokens
 * @param numerals the numbers that people tell
 * @param likenesses what words may be near to
 * @param context the small words that change how others are read
 */
public record Wordings(
        List<Token> tokens, List<Pattern> patterns, Numerals numerals, Likenesses likenesses, Context context) {}
