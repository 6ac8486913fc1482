package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.ConsoleTest;
import city.whistle.workers.stuck.EngineView.EngineAway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ConsoleTest
class EngineAwayPagesTest {

  @Autowired HandlerExceptionResolver handlerExceptionResolver;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void saysOnEveryPageThatTheEngineDoesNotAnswer() {
    requestMappingHandlerMapping.getHandlerMethods().values().stream()
        .filter(page -> page.getBeanType().getName().startsWith("city.whistle.console."))
        .forEach(page -> assertThat(statusOf(page)).as("%s", page).isEqualTo(503));
  }

  private int statusOf(HandlerMethod page) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    handlerExceptionResolver.resolveException(
        new MockHttpServletRequest(),
        response,
        page,
        new EngineAway(new IllegalStateException("down")));
    return response.getStatus();
  }
}
