package scapula.domain;

import java.util.List;

/**
 * What one message meant, once read.
 *
 * @param intents what the person wants to know, surest first
 * @param findings in the order in which they were written
 * @param chosen options of the open question that the message picks
 */
public record Meaning(List<Intent> intents, List<Finding> findings, List<Chosen> chosen) {}
