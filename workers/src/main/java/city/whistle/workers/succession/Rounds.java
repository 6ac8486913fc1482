package city.whistle.workers.succession;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.RecurringTask;
import city.whistle.workers.taskwatch.TaskWatch;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every so often who is no more, and then what nobody did. */
@Component
@ConditionalOnCamundaClientEnabled
class Rounds implements SmartLifecycle {

  private final Duration interval;
  private final RecurringTask task;

  Rounds(Succession succession, TaskWatch watch, WhistleProperties properties) {
    this.interval = properties.watchInterval();
    this.task =
        new RecurringTask(
            "whistle-watch",
            () -> {
              succession.look();
              watch.look();
            },
            interval);
  }

  @Override
  public boolean isAutoStartup() {
    return !interval.isZero();
  }

  @Override
  public void start() {
    task.start();
  }

  @Override
  public void stop() {
    task.stop();
  }

  @Override
  public boolean isRunning() {
    return task.isRunning();
  }
}
