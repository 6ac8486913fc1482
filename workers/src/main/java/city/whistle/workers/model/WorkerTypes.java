package city.whistle.workers.model;

import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** The workers that the program has, as far as models have to know of them. */
@Component
class WorkerTypes {

  /** A worker's record of what it hands to the process. */
  private static final String OUTPUT = "Output";

  private final ApplicationContext beans;

  WorkerTypes(ApplicationContext beans) {
    this.beans = beans;
  }

  /** Types of jobs that are worked. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    each((type, worker) -> names.add(worker.type()));
    return names;
  }

  /** Variables that workers read or write. */
  Set<String> variables() {
    Set<String> names = new TreeSet<>();
    each(
        (type, worker) -> {
          names.addAll(Arrays.asList(worker.fetchVariables()));
          Arrays.stream(type.getDeclaredClasses())
              .filter(inner -> inner.isRecord() && inner.getSimpleName().equals(OUTPUT))
              .flatMap(inner -> Arrays.stream(inner.getRecordComponents()))
              .map(RecordComponent::getName)
              .forEach(names::add);
        });
    return names;
  }

  private void each(BiConsumer<Class<?>, JobWorker> look) {
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && type.getPackageName().startsWith("city.whistle")) {
        Class<?> own = ClassUtils.getUserClass(type);
        ReflectionUtils.doWithMethods(
            own,
            method -> {
              JobWorker worker = AnnotationUtils.findAnnotation(method, JobWorker.class);
              if (worker != null) {
                look.accept(own, worker);
              }
            });
      }
    }
  }
}
