package city.whistle.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.console.MovedClock;
import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

  private final MovedClock clock = new MovedClock();
  private final Kept<String, Integer> kept =
      new Kept<>(2, Duration.ofMinutes(1), new CityTime(clock));
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksOnceAMinute() {
    assertThat(answer("a")).isEqualTo(1);
    assertThat(answer("a")).isEqualTo(1);
    clock.pass(Duration.ofMinutes(2));
    assertThat(answer("a")).isEqualTo(2);
  }

  @Test
  void asksAgainWhereThereWasNoAnswer() {
    assertThatThrownBy(
            () ->
                kept.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    assertThat(answer("a")).isEqualTo(1);
  }

  @Test
  void forgetsTheOldestWhereThereAreTooMany() {
    answer("a");
    clock.pass(Duration.ofSeconds(1));
    answer("b");
    clock.pass(Duration.ofSeconds(1));
    answer("c");

    assertThat(answer("b")).isEqualTo(2);
    assertThat(answer("a")).isEqualTo(4);
  }

  private int answer(String key) {
    return kept.get(key, asked::incrementAndGet);
  }
}
