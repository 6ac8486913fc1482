package city.whistle.workers.succession;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import city.whistle.workers.taskwatch.TaskWatch;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks every so often who is no more, and then what nobody did. */
@Component
@ConditionalOnCamundaClientEnabled
class Rounds extends BackgroundWork {

  private final Succession succession;
  private final TaskWatch watch;

  Rounds(Succession succession, TaskWatch watch, WhistleProperties properties) {
    super(properties.watchInterval());
    this.succession = succession;
    this.watch = watch;
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-watch", this::look);
  }

  private void look() {
    succession.look();
    watch.look();
  }
}
