package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.MoveClock;
import city.whistle.engine.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClockTest {

  private final MemoryEngine engine = new MemoryEngine();

  static Stream<MoveClock> tooFar() {
    return Stream.of(
        new MoveClock.To(Instant.MAX),
        new MoveClock.To(Instant.MIN),
        new MoveClock.To(Instant.ofEpochMilli(Long.MAX_VALUE)),
        new MoveClock.To(Instant.ofEpochMilli(Long.MIN_VALUE)),
        new MoveClock.To(Instant.ofEpochMilli(-1)),
        new MoveClock.To(Instant.parse("+10000-01-01T00:00:00Z")),
        new MoveClock.By(Duration.ofMillis(Long.MAX_VALUE)),
        new MoveClock.By(Duration.ofMillis(Long.MIN_VALUE)),
        new MoveClock.By(Duration.ofDays(8000 * 366L)),
        new MoveClock.By(Duration.ofDays(-100 * 366L)));
  }

  @ParameterizedTest
  @MethodSource("tooFar")
  void isNotMovedBeyondTheYearsThatAreKept(MoveClock move) {
    Instant before = engine.run(new MoveClock.By(Duration.ZERO)).now();

    assertThatThrownBy(() -> engine.run(move))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("takes times from 1970");

    assertThat(engine.run(new MoveClock.By(Duration.ZERO)).now()).isEqualTo(before);
  }
}
