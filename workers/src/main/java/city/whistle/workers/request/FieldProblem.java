package city.whistle.workers.request;

/** A field that can't be taken: its path, and what would be right. */
public record FieldProblem(String field, String message) {}
