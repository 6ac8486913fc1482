package city.whistle.console.signin;

import city.whistle.console.layout.Page;

/**
 * The form to sign in.
 *
 * @param problem the last part of its message's key; null where nothing is wrong
 * @param byPassword whether people sign in by name and password
 * @param provider what the identity provider is called, empty for no name; null where there is none
 * @param providerPath where one goes to sign in there
 */
public record SignInPage(String problem, boolean byPassword, String provider, String providerPath)
    implements Page {}
