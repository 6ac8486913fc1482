package city.whistle.console.signin;

import city.whistle.console.layout.Page;

/**
 * The form to sign in.
 *
 * @param problem the last part of its message's key; null where nothing is wrong
 */
public record SignInPage(String problem) implements Page {}
