package city.whistle.engine.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.Rejection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestsTest {

  @Test
  void readsVariables() {
    assertThat(Requests.variables("{\"round\":2}").value()).isEqualTo(Map.of("round", 2L));
  }

  @Test
  void takesNoTextForNoVariables() {
    assertThat(Requests.variables("")).isEqualTo(JsonValue.EMPTY_OBJECT);
  }

  @Test
  void saysWhereJsonIsBrokenWithoutQuotingIt() {
    assertThatThrownBy(() -> Requests.variables("{\"name\": secret}"))
        .isInstanceOf(Rejection.class)
        .hasMessage(
            "Expected 'variables' to be a JSON object, but it is not valid JSON at line 1, column"
                + " 10.");
  }

  @Test
  void refusesAnArrayOfVariables() {
    assertThatThrownBy(() -> Requests.variables("[1]"))
        .hasMessage(
            "Expected 'variables' to be a JSON object, but the document's root is an array.");
  }

  @Test
  void refusesOtherTenants() {
    assertThatThrownBy(() -> Requests.checkTenant("tongzhou")).isInstanceOf(Rejection.class);
  }
}
