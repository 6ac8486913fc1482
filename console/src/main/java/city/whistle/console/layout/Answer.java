package city.whistle.console.layout;

/** What a controller's method returns: a page to show, or where to go after a change. */
public sealed interface Answer permits Page, Redirect {}
