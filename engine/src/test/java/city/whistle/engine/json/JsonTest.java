package city.whistle.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void readsPlainJavaValues() {
    assertThat(Json.parse("{\"list\":[1,2.5,true,null,\"文\"],\"map\":{}}"))
        .isEqualTo(Map.of("list", Arrays.asList(1L, 2.5, true, null, "文"), "map", Map.of()));
    assertThat(Json.parse("[]")).isEqualTo(List.of());
  }
}
