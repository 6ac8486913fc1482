package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.WhistleProperties;
import city.whistle.workers.calendar.CityTime;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The client that comes by itself, on a first start only. */
@RegistryTest
@Transactional
class DemonstrationClientTest {

  private static final String DEMO = "demo-hotline";

  @Autowired private JdbcClient jdbc;
  @Autowired private CityTime time;
  @Autowired private WhistleProperties properties;
  @Autowired private ApiClients clients;

  @BeforeEach
  void forgetAllClients() {
    jdbc.sql("delete from registry.api_client").update();
  }

  @Test
  void comesWhereNobodyWasEverLetIn() {
    startAnew();

    assertThat(clients.of(properties.demoHotlineKey())).get().returns(DEMO, ApiClient::id);
  }

  @Test
  void staysOutOnceItWasShutOut() {
    startAnew();
    clients.shutOut(DEMO);

    startAnew();

    assertThat(clients.of(properties.demoHotlineKey())).isEmpty();
  }

  @Test
  void doesNotComeWhereOthersWereLetIn() {
    clients.admit(
        new ApiClient("west-hotline", "West", EnumSet.of(Scope.READ), null), ApiClients.newKey());

    startAnew();

    assertThat(clients.of(properties.demoHotlineKey())).isEmpty();
  }

  @Test
  void keepsTheRightsThatItWasGiven() {
    startAnew();
    clients.admit(
        new ApiClient(DEMO, "Less", EnumSet.of(Scope.READ), null), properties.demoHotlineKey());

    startAnew();

    assertThat(clients.of(properties.demoHotlineKey()).orElseThrow().scopes())
        .containsExactly(Scope.READ);
  }

  @Test
  void takesAnotherKeyThatItIsGiven() {
    clients.admit(new ApiClient(DEMO, "Old", EnumSet.of(Scope.READ), null), ApiClients.newKey());

    startAnew();

    assertThat(clients.of(properties.demoHotlineKey())).isPresent();
  }

  private void startAnew() {
    new ApiClients(jdbc, time, properties).afterPropertiesSet();
  }
}
