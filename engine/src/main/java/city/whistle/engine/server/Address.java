package city.whistle.engine.server;

/**
 * Where a server listens.
 *
 * @param api what it serves, for messages
 * @param option the name of the builder's option for the port
 * @param port 0 for any free one
 */
record Address(String api, String option, String host, int port) {}
