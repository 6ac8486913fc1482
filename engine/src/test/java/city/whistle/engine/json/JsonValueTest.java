package city.whistle.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonValueTest {

  private static final String TEXT = "{\"list\":[1,2.5,null],\"text\":\"文\"}";

  /** Reads so many values that one read before is no longer among the last ones. */
  private static void readMany() {
    for (int i = 0; i < 20_000; i++) {
      JsonValue.ofText("{\"number\":" + i + "}").value();
    }
  }

  private static WeakReference<Object> valueOf(JsonValue json) {
    return new WeakReference<>(json.value());
  }

  @Test
  void readsTheSameValueWheneverItIsAsked() {
    JsonValue read = JsonValue.ofText(TEXT);
    Object first = read.value();
    readMany();
    assertThat(read.value()).isEqualTo(first).isEqualTo(JsonValue.parse(TEXT).value());
    assertThat(read).isEqualTo(JsonValue.of(first));
  }

  @Test
  void letsTheJavaValueOfATextGoOnceOthersWereRead() {
    JsonValue read = JsonValue.ofText(TEXT);
    WeakReference<Object> value = valueOf(read);
    readMany();
    System.gc();
    assertThat(value.get()).isNull();
    assertThat(read.text()).isEqualTo(TEXT);
  }

  @Test
  void letsTheJavaValueThatWasWrittenGoToo() {
    JsonValue written = JsonValue.of(new LinkedHashMap<>(Map.of("n", 7_000_000L)));
    WeakReference<Object> value = valueOf(written);
    assertThat(written.text()).isEqualTo("{\"n\":7000000}");
    readMany();
    System.gc();
    assertThat(value.get()).isNull();
    assertThat(written.members()).isEqualTo(Map.of("n", 7_000_000L));
  }

  @Test
  void keepsTheJavaValueOfALastingOne() {
    JsonValue lasting =
        JsonValue.of(List.copyOf(IntStream.range(0, 100).boxed().toList())).lasting();
    Object before = lasting.value();
    lasting.text();
    readMany();
    assertThat(lasting.value()).isSameAs(before);
  }

  @Test
  void keepsNull() {
    JsonValue read = JsonValue.ofText("null");
    assertThat(read.value()).isNull();
    readMany();
    assertThat(read.value()).isNull();
  }
}
