package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Jobs;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.Element;
import city.whistle.engine.state.ElementInstance;

/** A task that a job worker does. */
public final class JobBehavior implements Behavior {

  private final Jobs jobs;

  public JobBehavior(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public void activate(Element element, ElementInstance instance) {
    jobs.create(instance, ((Definition.JobTask) element.definition()).job());
  }
}
