package city.whistle.engine.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Whoever chooses Camunda's containers gets them; everybody else gets the engine. */
class RuntimeModeTest {

  private static final String REST_ADDRESS = "camunda.process-test.remote.client.rest-address";

  private String chosenForAllTests;

  @BeforeEach
  void chooseNothing() {
    chosenForAllTests = System.clearProperty(RuntimeMode.PROPERTY);
  }

  @AfterEach
  void chooseAsBefore() {
    System.clearProperty(RuntimeMode.PROPERTY);
    if (chosenForAllTests != null) {
      System.setProperty(RuntimeMode.PROPERTY, chosenForAllTests);
    }
  }

  @Test
  void isNotChosenByItself() {
    assertThat(RuntimeMode.isChosen()).isFalse();
  }

  @Test
  void isChosenByOneProperty() {
    System.setProperty(RuntimeMode.PROPERTY, "managed");
    assertThat(RuntimeMode.isChosen()).isTrue();
  }

  @Test
  void pointsASpringContextToTheEngine() {
    ConfigurableEnvironment environment = customized(Map.of());
    assertThat(environment.getProperty(RuntimeMode.PROPERTY)).isEqualTo("remote");
    assertThat(environment.getProperty(REST_ADDRESS))
        .isEqualTo(EngineUnderTest.get().restAddress().toString());
  }

  @Test
  void leavesASpringContextAloneThatChoseForItself() {
    ConfigurableEnvironment environment = customized(Map.of(RuntimeMode.PROPERTY, "managed"));
    assertThat(environment.getProperty(RuntimeMode.PROPERTY)).isEqualTo("managed");
    assertThat(environment.getProperty(REST_ADDRESS)).isNull();
  }

  private static ConfigurableEnvironment customized(Map<String, Object> settings) {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      ConfigurableEnvironment environment = context.getEnvironment();
      environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
      new EngineAddresses().customizeContext(context, null);
      return environment;
    }
  }
}
