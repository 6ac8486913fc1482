package city.whistle.workers.answer;

/**
 * A fault and where it is.
 *
 * @param label as people see the field
 * @param path as a caller writes it, rows counted from one
 */
record Problem(String label, String path, Fault fault) {}
