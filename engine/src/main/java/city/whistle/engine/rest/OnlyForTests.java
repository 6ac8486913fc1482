package city.whistle.engine.rest;

import city.whistle.engine.http.Door;

/** A request that is served only where tests run. */
final class OnlyForTests extends RuntimeException {

  OnlyForTests() {
    super(Door.FOR_TESTS);
  }
}
