package city.whistle.console.layout;

/** What a controller's method returns: a page, where to go after a change, or a list as a file. */
public sealed interface Answer permits Page, Redirect, ListFile {}
