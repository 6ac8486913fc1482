package city.whistle.console.layout;

import java.util.List;

/**
 * A link of the navigation.
 *
 * @param current whether the page that is shown belongs to it
 * @param under pages that belong to it, the first of them itself; empty where it has none
 */
public record MenuItem(String key, String path, boolean current, List<MenuItem> under) {}
