package city.whistle.console.layout;

import city.whistle.workers.stuck.EngineView.EngineAway;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever page asked: where the engine doesn't answer, nothing was done, and the page says so. */
@ControllerAdvice("city.whistle.console")
class EngineAwayPages {

  private static final Logger LOG = LoggerFactory.getLogger(EngineAwayPages.class);

  @ExceptionHandler
  void away(EngineAway e, HttpServletResponse response) throws IOException {
    LOG.warn("the engine doesn't answer: {}", String.valueOf(e.getCause()));
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
