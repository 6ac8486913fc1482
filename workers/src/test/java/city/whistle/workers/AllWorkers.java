package city.whistle.workers;

import city.whistle.workers.job.TestJob;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

/** Every worker of the application, by its job type. */
final class AllWorkers {

  private final Map<String, Work> works = new TreeMap<>();

  AllWorkers(ApplicationContext context) {
    Arrays.stream(context.getBeanDefinitionNames())
        .filter(name -> !Objects.requireNonNull(context.getType(name)).isInterface())
        .forEach(name -> add(context, name));
  }

  private void add(ApplicationContext context, String name) {
    for (Method method : Objects.requireNonNull(context.getType(name)).getMethods()) {
      JobWorker worker = method.getAnnotation(JobWorker.class);
      if (worker != null) {
        works.put(worker.type(), new Work(context.getBean(name), method));
      }
    }
  }

  /** All job types, sorted. */
  Set<String> types() {
    return works.keySet();
  }

  /**
   * Does a job as the client would.
   *
   * @return its variables; null of a worker that gives none
   */
  @SuppressWarnings("unchecked")
  Map<String, Object> work(ActivatedJob job) {
    Work work = works.get(job.getType());
    return (Map<String, Object>) ReflectionUtils.invokeMethod(work.method, work.worker, job);
  }

  /** One of the variables that a job of the type gives. */
  Object work(String type, Map<String, Object> variables, String result) {
    return work(TestJob.of(type, variables)).get(result);
  }

  private record Work(Object worker, Method method) {}
}
