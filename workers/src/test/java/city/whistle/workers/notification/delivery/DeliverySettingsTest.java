package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.notification.Recipient;
import city.whistle.workers.notification.delivery.DeliverySettings.Security;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DeliverySettingsTest {

  private static final String PREFIX = "whistle.notifications.";

  @Test
  void readsAUnitsOwnRouteBesideThatOfAllUnits() {
    Routes routes =
        new Routes(
            file(
                Map.of(
                    PREFIX + "routes.unit", "none",
                    PREFIX + "routes.unit.xicheng-sasac", "hotline",
                    PREFIX + "webhooks.hotline.url", "https://hotline.example/n",
                    PREFIX + "webhooks.hotline.secret", DeliveryTest.SECRET)));

    assertThat(routes.of(Recipient.unit("xicheng-sasac"), "desk")).contains("hotline");
    assertThat(routes.of(Recipient.unit("housing"), "desk")).contains("none");
  }

  @Test
  void readsTheEnvironment() {
    DeliverySettings settings =
        bind(
            new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of(
                    "WHISTLE_NOTIFICATIONS_ROUTES_RESIDENT_EMAIL", "mail",
                    "WHISTLE_NOTIFICATIONS_MAIL_HOST", "smtp.example",
                    "WHISTLE_NOTIFICATIONS_MAXATTEMPTS", "4")));

    assertThat(new Routes(settings).of(Recipient.RESIDENT, "email")).contains("mail");
    assertThat(settings.maxAttempts()).isEqualTo(4);
  }

  @Test
  void securesTheWayToTheMailServerUnlessToldOtherwise() {
    DeliverySettings settings = file(Map.of(PREFIX + "mail.host", "smtp.example"));

    assertThat(settings.mail().security()).isEqualTo(Security.STARTTLS);
    assertThat(settings.mail().portOrUsual()).isEqualTo(587);
  }

  @Test
  void sendsNoMailInTheClearToAnotherMachine() {
    DeliverySettings settings =
        file(
            Map.of(
                PREFIX + "mail.host", "smtp.example",
                PREFIX + "mail.security", "none",
                PREFIX + "mail.from", "no-reply@12345.example"));

    assertThatThrownBy(() -> new MailEndpoint(settings.mail(), Clock.systemUTC()))
        .hasMessageContaining("whistle.notifications.mail.security=none")
        .hasMessageContaining("smtp.example");
  }

  @Test
  void showsNoSecret() {
    DeliverySettings settings =
        file(
            Map.of(
                PREFIX + "mail.password",
                "hunter2",
                PREFIX + "webhooks.sms.secret",
                DeliveryTest.SECRET));

    assertThat(settings.toString() + settings.mail() + settings.webhooks())
        .doesNotContain("hunter2")
        .doesNotContain(DeliveryTest.SECRET);
  }

  private static DeliverySettings file(Map<String, Object> properties) {
    return bind(new MapPropertySource("whistle.properties", properties));
  }

  private static DeliverySettings bind(PropertySource<?> source) {
    return new Binder(ConfigurationPropertySources.from(source))
        .bind("whistle.notifications", DeliverySettings.class)
        .get();
  }
}
