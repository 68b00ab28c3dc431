package scapula.domain;

import java.util.List;

/** What a person sent: words, or options of the open question, or both. */
public record Message(String text, List<String> chosen) {}
