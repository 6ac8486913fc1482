package city.whistle.console.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings are refused in a sentence that says what would be right. */
class AccountSettingsTest {

  private static final String OIDC = "whistle.accounts.oidc.";

  @TempDir Path directory;

  @Test
  void needNothing() {
    AccountSettings settings = bind(Map.of("whistle.accounts.deputy-days-max", "31"));

    assertThat(settings.deputyDaysMax()).isEqualTo(31);
    assertThat(settings.passwordSignIn()).isTrue();
    assertThat(settings.provider()).isEmpty();
  }

  @Test
  void readTheSecretFromItsFileAndNeverShowIt() throws Exception {
    Path file = Files.writeString(directory.resolve("secret"), "s3cret\n");
    AccountSettings settings = oidc("client-secret-file", file.toString());

    assertThat(settings.oidc().clientSecret()).isEqualTo("s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void areRefusedWhereNobodyCouldSignIn() {
    refuses(
        () -> bind(Map.of("whistle.accounts.password-sign-in", "false")), "nobody could sign in");
  }

  @Test
  void areRefusedWhereTheSecretsFileIsMissingOrEmpty() throws Exception {
    Path empty = Files.writeString(directory.resolve("empty"), "\n");

    refuses(() -> oidc("client-secret-file", directory + "/none"), "none, which can't be read");
    refuses(() -> oidc("client-secret-file", empty.toString()), "empty, which is empty");
  }

  @Test
  void areRefusedWhereTheProviderCouldBeAnybody() {
    refuses(() -> oidc("issuer", "http://id.city.example"), "only https tells who answers there");
  }

  private static void refuses(Runnable binding, String sentence) {
    assertThatThrownBy(binding::run).rootCause().hasMessageContaining(sentence);
  }

  private static AccountSettings oidc(String name, String value) {
    return bind(
        name.equals("issuer")
            ? Map.of(OIDC + "issuer", value, OIDC + "client-id", "whistle")
            : Map.of(
                OIDC + "issuer", "https://id.city.example",
                OIDC + "client-id", "whistle",
                OIDC + name, value));
  }

  private static AccountSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("whistle.accounts", AccountSettings.class)
        .get();
  }
}
