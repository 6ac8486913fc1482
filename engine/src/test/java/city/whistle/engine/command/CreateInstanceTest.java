package city.whistle.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.state.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateInstanceTest {

  @Test
  void takesEachTagOnce() {
    CreateInstance command =
        new CreateInstance(
            Row.NONE,
            "p",
            -1,
            JsonValue.EMPTY_OBJECT,
            List.of(),
            List.of("b", "a", "b"),
            false,
            List.of());
    assertThat(command.tags()).containsExactly("b", "a");
  }
}
