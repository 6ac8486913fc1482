package city.whistle.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.UserTask;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskChangesTest {

  private static final OffsetDateTime DUE = OffsetDateTime.parse("2030-01-02T03:04:05Z");
  private static final UserTask.Attributes NOW =
      new UserTask.Attributes("ann", List.of("g"), List.of("u"), DUE, DUE, 70);

  @Test
  void nullKeeps() {
    assertThat(TaskChanges.NONE.of(NOW)).isEqualTo(NOW);
    assertThat(TaskChanges.NONE.isEmpty()).isTrue();
  }

  @Test
  void emptyClears() {
    TaskChanges clear = new TaskChanges("", List.of(), List.of(), "", "", null);
    assertThat(clear.of(NOW))
        .isEqualTo(new UserTask.Attributes(null, List.of(), List.of(), null, null, 70));
    assertThat(clear.isEmpty()).isFalse();
  }

  @Test
  void aValueReplaces() {
    TaskChanges other =
        new TaskChanges("bob", List.of("h"), List.of("v"), "2031-01-01T00:00:00+08:00", null, 0);
    assertThat(other.of(NOW))
        .isEqualTo(
            new UserTask.Attributes(
                "bob",
                List.of("h"),
                List.of("v"),
                OffsetDateTime.parse("2030-12-31T16:00:00Z"),
                DUE,
                0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void aPriorityOutsideItsBoundsIsRefused(int priority) {
    TaskChanges changes = new TaskChanges(null, null, null, null, null, priority);
    assertThatThrownBy(() -> changes.of(NOW))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("priority");
  }

  @Test
  void aDateWithoutOffsetIsRefused() {
    TaskChanges changes = new TaskChanges(null, null, null, null, "2030-01-01T00:00:00", null);
    assertThatThrownBy(() -> changes.of(NOW))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("followUpDate");
  }
}
