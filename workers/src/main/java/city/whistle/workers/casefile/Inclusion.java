package city.whistle.workers.casefile;

/**
 * Variable {@code inclusion}: whether the case counts in the assessment, and the rule that says so.
 */
public record Inclusion(Boolean included, String reason) {}
