package city.whistle.workers.catalogue;

/**
 * A category as it is found: with the names of the two levels above it.
 *
 * @param top empty where there is none, as is {@code middle}
 */
public record CategoryPath(String code, String name, String top, String middle) {}
