package city.whistle.workers.notification.delivery;

/** A server that takes messages over. */
interface Endpoint {

  /** Its name in settings. */
  String name();

  /** Whether it writes to e-mail addresses and nothing else. */
  boolean mailOnly();

  /** Tries once, within a minute; never throws for what the server does. */
  Outcome deliver(Letter letter);
}
