package city.whistle.console.layout;

/**
 * A link of the navigation.
 *
 * @param current whether the page that is shown belongs to it
 */
public record MenuItem(String key, String path, boolean current) {}
