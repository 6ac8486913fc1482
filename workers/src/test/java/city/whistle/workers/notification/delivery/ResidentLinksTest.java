package city.whistle.workers.notification.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.workers.StartRefusal;
import city.whistle.workers.WhistleProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentLinksTest {

  private static final String REACHABLE = "https://12345.city.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8090",
        "http://localhost",
        "http://[::1]:8090",
        "http://0.0.0.0:8090",
        "12345.city.example"
      })
  void areRefusedWhereTheyLeadToTheResidentsOwnMachine(String url) {
    assertThatThrownBy(() -> check(url, Map.of("resident.sms", "gateway")))
        .isInstanceOf(StartRefusal.class)
        .hasMessageContaining("WHISTLE_PUBLIC_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {REACHABLE, "http://10.1.2.3:8090"})
  void mayLeadToWhereResidentsReachThem(String url) {
    assertThatCode(() -> check(url, Map.of("resident", "mail"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unit", "hotline"})
  void mayLeadAnywhereWhereNoResidentIsWrittenTo(String recipient) {
    assertThatCode(
            () -> check("http://localhost", Map.of(recipient, "mail", "resident", Routes.NONE)))
        .doesNotThrowAnyException();
  }

  private static void check(String url, Map<String, String> routes) {
    new ResidentLinks(
            new WhistleProperties(
                null,
                null,
                URI.create(url),
                null,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                false),
            new DeliverySettings(
                Duration.ZERO, 3, Duration.ofDays(7), routes, Map.of(), Map.of(), null, Map.of()))
        .afterPropertiesSet();
  }
}
