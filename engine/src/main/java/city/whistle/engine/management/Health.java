package city.whistle.engine.management;

import city.whistle.engine.loop.Engine;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import java.util.Map;

/** Whether the engine lives, and whether it can do its work. */
final class Health {

  private final Engine engine;

  Health(Engine engine) {
    this.engine = engine;
  }

  HttpResponse liveness() {
    return Answers.of(HttpStatus.OK, Map.of("status", "UP"));
  }

  HttpResponse readiness() {
    return engine.isHealthy()
        ? Answers.of(HttpStatus.OK, Map.of("status", "UP"))
        : Answers.of(HttpStatus.SERVICE_UNAVAILABLE, Map.of("status", "DOWN"));
  }
}
