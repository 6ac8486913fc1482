package city.whistle.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void takesWholeNumbersAlsoAsText() {
    assertThat(Json.wholeNumber(7L)).hasValue(7);
    assertThat(Json.wholeNumber("-9223372036854775808")).hasValue(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.0", "+1", " 1", "1e3", "٣", "9223372036854775808"})
  void takesNoOtherTextForANumber(String text) {
    assertThat(Json.wholeNumber(text)).isEmpty();
  }

  @Test
  void readsPlainJavaValues() {
    assertThat(Json.parse("{\"list\":[1,2.5,true,null,\"文\"],\"map\":{}}"))
        .isEqualTo(Map.of("list", Arrays.asList(1L, 2.5, true, null, "文"), "map", Map.of()));
    assertThat(Json.parse("[]")).isEqualTo(List.of());
  }
}
