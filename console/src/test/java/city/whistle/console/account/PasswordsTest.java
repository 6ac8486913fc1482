package city.whistle.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private final Passwords passwords = new Passwords();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "abcdefghijkl",
        "password123",
        "Passw0rd2026",
        "iloveyou1234",
        "whistle2026",
        "1qaz2wsx3edc",
        "20261201123"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(passwords.problem("zhanlanlu-zhang", password)).contains("password.guessed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse battery", "k7#Vq9!mZt2", "路灯 茶壶 铅笔 雨伞 自行车", "vY3xLm8QpR5tW1nZ"})
  void takesWhatNobodyGuesses(String password) {
    assertThat(passwords.problem("zhanlanlu-zhang", password)).isEmpty();
  }

  @Test
  void looksAtTheLongestInNoTime() {
    assertThat(passwords.problem("zhang", "aB3$".repeat(Passwords.LENGTH_MAX / 4)))
        .contains("password.tooEven");
  }
}
