package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  private final List<String> stopped = new ArrayList<>();
  private final Parts parts = new Parts();

  @Test
  void stopsInTheOppositeOrder() {
    parts.add(part("database"));
    parts.add(part("engine"));
    parts.close();
    assertThat(stopped).containsExactly("engine", "database");
  }

  @Test
  void stopsEachPartOnce() {
    parts.add(part("database"));
    parts.close();
    parts.close();
    assertThat(stopped).containsExactly("database");
  }

  @Test
  void stopsTheOthersIfOneFails() {
    parts.add(part("database"));
    parts.add(
        () -> {
          throw new IllegalStateException("stuck");
        });
    parts.close();
    assertThat(stopped).containsExactly("database");
  }

  @Test
  void stopsAtOnceWhatIsStartedAfterTheEnd() {
    parts.close();
    assertThatThrownBy(() -> parts.add(part("late"))).isInstanceOf(Refusal.class);
    assertThat(stopped).containsExactly("late");
  }

  private AutoCloseable part(String name) {
    return () -> stopped.add(name);
  }
}
