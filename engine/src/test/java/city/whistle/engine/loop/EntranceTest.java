package city.whistle.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteJob;
import city.whistle.engine.command.DeployResources;
import city.whistle.engine.command.FailJob;
import city.whistle.engine.command.PublishMessage;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntranceTest {

  private static final String HALF = "\uD83D";

  @Test
  void countsTheBytesOfFilesAndVariables() {
    assertThat(Entrance.check(file(new byte[5_000]))).isBetween(5_000L, 5_100L);
    assertThat(Entrance.check(completed("x".repeat(5_000)))).isBetween(5_000L, 5_200L);
    assertThat(Entrance.check(completed(List.of(1L, 2L, 3L)))).isPositive();
  }

  @Test
  void refusesNulAndNamesItsPlace() {
    assertRefused(
        completed(Map.of("note", List.of("a\0b"))), "'variables.round.note' has the character NUL");
    assertRefused(completed(Map.of("a\0b", 1L)), "'variables.round' has the character NUL");
    assertRefused(message("a\0b"), "'name' has the character NUL");
  }

  @Test
  void refusesHalfACharacter() {
    assertRefused(completed(HALF), "'variables.round' has half of a surrogate pair");
    assertRefused(completed(HALF + "x"), "half of a surrogate pair");
  }

  @Test
  void takesCharactersBeyondTheBasicPlane() {
    assertThat(Entrance.check(completed("𠮷野家 😀"))).isPositive();
  }

  @Test
  void refusesNumbersThatNoClientReadsBack() {
    assertRefused(completed(Double.POSITIVE_INFINITY), "does not fit into 64 bits");
    assertRefused(completed(new BigInteger("9223372036854775808")), "does not fit into 64 bits");
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    Object value = 1L;
    for (int i = 0; i < Entrance.MAX_DEPTH; i++) {
      value = List.of(value);
    }
    assertRefused(completed(value), "'variables.round' is nested deeper than 500 levels");
  }

  @Test
  void refusesLongNamesButNotLongErrorMessages() {
    String text = "x".repeat(Entrance.MAX_TEXT + 1);
    assertRefused(message(text), "'name' has 10001 characters; at most 10000 are possible");
    FailJob failed = new FailJob(1, 0, text, Duration.ZERO, JsonValue.EMPTY_OBJECT);
    assertThat(Entrance.check(failed)).isGreaterThan(Entrance.MAX_TEXT);
  }

  private static void assertRefused(Command<?> command, String message) {
    assertThatThrownBy(() -> Entrance.check(command))
        .isInstanceOfSatisfying(
            Rejection.class, e -> assertThat(e.type()).isEqualTo(Rejection.Type.INVALID_ARGUMENT))
        .hasMessageContaining(message);
  }

  private static CompleteJob completed(Object value) {
    return new CompleteJob(1, JsonValue.of(Map.of("round", value)), null);
  }

  private static PublishMessage message(String name) {
    return new PublishMessage(name, "key", Duration.ZERO, null, JsonValue.EMPTY_OBJECT);
  }

  private static DeployResources file(byte[] content) {
    return new DeployResources(List.of(new DeployResources.ResourceFile("a.bpmn", content)));
  }
}
