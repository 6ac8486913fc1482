package city.whistle.workers.taskwatch;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.RecurringTask;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the watch look every so often. */
@Component
@ConditionalOnCamundaClientEnabled
class TaskWatchRun implements SmartLifecycle {

  private final Duration interval;
  private final RecurringTask task;

  TaskWatchRun(TaskWatch watch, WhistleProperties properties) {
    this.interval = properties.watchInterval();
    this.task = new RecurringTask("whistle-watch", watch::look, interval);
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
