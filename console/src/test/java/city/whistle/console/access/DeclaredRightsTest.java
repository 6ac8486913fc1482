package city.whistle.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.layout.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Its controllers are inner classes, so that the module's scan passes them over. */
class DeclaredRightsTest {

  private final WebApplicationContextRunner web =
      new WebApplicationContextRunner().withUserConfiguration(Web.class, DeclaredRights.class);

  @Test
  void startsWhereEachMethodSaysWhoMayCallIt() {
    web.withBean(OpenController.class, () -> new OpenController())
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void doesNotStartWithAMethodThatSaysNothing() {
    web.withBean(SilentController.class, () -> new SilentController())
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasMessageContaining("SilentController")
                    .hasMessageContaining("@Allowed"));
  }

  @EnableWebMvc
  static class Web {}

  @Controller
  class OpenController {

    @GetMapping("/open")
    @OpenToAll
    Answer open() {
      return null;
    }
  }

  @Controller
  class SilentController {

    @GetMapping("/silent")
    Answer silent() {
      return null;
    }
  }
}
