package city.whistle.workers.sheet;

/**
 * What is wrong with a file.
 *
 * @param line of the file, from 1; 0 for the file as a whole
 * @param column by its name; empty for the whole line
 * @param kind what
 * @param detail what would be right, or what is meant; may be empty
 */
public record Mistake(int line, String column, MistakeKind kind, String detail) {}
