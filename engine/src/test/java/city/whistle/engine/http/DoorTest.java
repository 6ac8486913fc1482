package city.whistle.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

  private final Door door = new Door("engine.city.example", 0, Set.of("Whistle"), false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3:80",
        "[::1]",
        "[fe80::1]:9600",
        "localhost:1",
        "localhost.",
        "ENGINE.city.example:8080",
        "whistle",
        "whistle:8080"
      })
  void isMeantByItsAddressesAndNames(String authority) {
    assertThat(door.isMeantBy(authority)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ":",
        "[",
        "[::1",
        "]",
        "evil.example",
        "1.2.3.4.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "2130706433",
        "0x7f.1",
        "[evil.example]"
      })
  void isNotMeantByAnythingElse(String authority) {
    assertThat(door.isMeantBy(authority)).isFalse();
  }

  @Test
  void isForNoTestsUnlessAskedFor() {
    assertThat(Door.on("localhost", 0).testing()).isFalse();
    assertThat(Door.on("localhost", 0).forTests().testing()).isTrue();
  }
}
