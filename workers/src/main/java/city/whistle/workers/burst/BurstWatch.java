package city.whistle.workers.burst;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks for bursts every so often. */
@Component
@ConditionalOnCamundaClientEnabled
class BurstWatch extends BackgroundWork {

  private final Bursts bursts;

  BurstWatch(Bursts bursts, WhistleProperties properties) {
    super(properties.burstInterval());
    this.bursts = bursts;
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("burst-watch", bursts::look);
  }
}
