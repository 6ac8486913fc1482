package city.whistle.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.json.Json;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.model.Listener;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps in databases: what was written once is read for good. */
class StepTest {

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of("{\"step\":\"Enter\",\"key\":1}", new Step.Enter(1)),
        Arguments.of("{\"step\":\"Begin\",\"key\":1}", new Step.Begin(1)),
        Arguments.of("{\"step\":\"NextItem\",\"key\":1}", new Step.NextItem(1)),
        Arguments.of(
            "{\"step\":\"Trigger\",\"key\":1,\"eventId\":\"E\",\"variables\":{\"n\":1}}",
            new Step.Trigger(1, "E", JsonValue.of(Map.of("n", 1L)))),
        Arguments.of(
            "{\"step\":\"Complete\",\"key\":1,\"variables\":{},\"flowIds\":[\"f\"]}",
            new Step.Complete(1, JsonValue.EMPTY_OBJECT, List.of("f"))),
        Arguments.of("{\"step\":\"Finish\",\"key\":1,\"flowIds\":null}", new Step.Finish(1, null)),
        Arguments.of("{\"step\":\"Terminate\",\"key\":1}", new Step.Terminate(1)),
        Arguments.of(
            "{\"step\":\"TerminateChildren\",\"key\":1,\"after\":2,\"last\":3}",
            new Step.TerminateChildren(1, 2, 3)),
        Arguments.of(
            "{\"step\":\"CallListener\",\"key\":1,\"event\":\"ASSIGNING\",\"index\":2}",
            new Step.CallListener(1, Listener.Event.ASSIGNING, 2)));
  }

  @ParameterizedTest
  @MethodSource("written")
  void isReadAsItWasWritten(String json, Step step) {
    assertThat(Json.read(json, Step.class)).isEqualTo(step);
  }

  @ParameterizedTest
  @MethodSource("written")
  void isWrittenAsItIsRead(String json, Step step) {
    assertThat(Json.read(Json.write(step), Step.class)).isEqualTo(step);
  }
}
