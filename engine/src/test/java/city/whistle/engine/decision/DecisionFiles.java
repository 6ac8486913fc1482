package city.whistle.engine.decision;

import city.whistle.engine.clock.EngineClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Decision files, compiled and evaluated. */
abstract class DecisionFiles {

  final DecisionEngine engine =
      new DecisionEngine(
          new EngineClock(Clock.fixed(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC)));

  static String resource(String name) {
    try (var stream = DecisionEngineTest.class.getResourceAsStream("/decision/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
