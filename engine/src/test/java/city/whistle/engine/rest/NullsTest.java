package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.json.Json;
import org.junit.jupiter.api.Test;

class NullsTest {

  private static String written(Nulls nulls, String answer) {
    return Json.write(nulls.in(Json.parse(answer)));
  }

  @Test
  void areLeftOutAtEveryDepth() {
    assertThat(
            written(
                Nulls.LEFT_OUT,
                "{\"page\":{\"endCursor\":null,\"totalItems\":1},\"items\":[{\"a\":null,\"b\":[]}]}"))
        .isEqualTo("{\"page\":{\"totalItems\":1},\"items\":[{\"b\":[]}]}");
  }

  @Test
  void areValuesInVariables() {
    String jobs = "{\"jobs\":[{\"variables\":{\"n\":null,\"o\":{\"p\":null}}}]}";
    assertThat(written(Nulls.LEFT_OUT, jobs)).isEqualTo(jobs);
  }

  @Test
  void areWrittenWhereTheyAreWanted() {
    String answer = "{\"page\":{\"endCursor\":null}}";
    assertThat(written(Nulls.WRITTEN, answer)).isEqualTo(answer);
  }
}
