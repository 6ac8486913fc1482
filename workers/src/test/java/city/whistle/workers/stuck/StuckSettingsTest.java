package city.whistle.workers.stuck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StuckSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-P7D", "PT59M", "P366D"})
  void refusesATimeThatCannotBeMeant(String idleAfter) {
    assertThatThrownBy(() -> new StuckSettings(Duration.parse(idleAfter)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whistle.supervision.idle-after");
  }
}
