package scapula.domain;

import java.util.List;
import java.util.Map;

/** How numbers are written out, and the measures that they tell. */
public record Numerals(Map<String, Integer> words, List<Measure> measures) {}
