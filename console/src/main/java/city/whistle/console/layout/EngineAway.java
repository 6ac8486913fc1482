package city.whistle.console.layout;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The engine doesn't answer now; nothing was done. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class EngineAway extends RuntimeException {

  private static final long serialVersionUID = 1;

  public EngineAway(RuntimeException cause) {
    super("the engine doesn't answer", cause);
  }
}
