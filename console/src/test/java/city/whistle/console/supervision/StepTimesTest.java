package city.whistle.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.supervision.StepTimes.Times;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepTimesTest {

  @Test
  void givesTimesThatReallyWere() {
    List<Duration> ten = IntStream.rangeClosed(1, 10).mapToObj(Duration::ofHours).toList();

    assertThat(Times.of(ten)).isEqualTo(new Times(10, Duration.ofHours(5), Duration.ofHours(9)));
  }

  @Test
  void takesTheOnlyTimeForBoth() {
    Duration only = Duration.ofMinutes(3);

    assertThat(Times.of(List.of(only))).isEqualTo(new Times(1, only, only));
  }
}
