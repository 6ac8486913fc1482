package city.whistle.workers.model;

import city.whistle.workers.model.ModelEngine.Deployed;
import city.whistle.workers.model.ModelEngine.Refused;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import io.camunda.client.annotation.JobWorker;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Changes models, tables and forms while cases run. Since what is deployed together stays together,
 * what isn't given is taken as it stands, and the whole set is deployed as one: cases that run keep
 * theirs to the end, the next one begins with the new.
 */
@Component
public class ModelChanges {

  /** Two changes at once would each leave the other's out. */
  private static final long LOCK = 0x7768_6973_746c_6502L;

  private final ModelSet set;
  private final ModelEngine engine;
  private final JdbcClient jdbc;
  private final ApplicationContext beans;
  private final TableCheck tables;

  ModelChanges(
      ModelSet set,
      ModelEngine engine,
      JdbcClient jdbc,
      ApplicationContext beans,
      TableCheck tables) {
    this.set = set;
    this.engine = engine;
    this.jdbc = jdbc;
    this.beans = beans;
    this.tables = tables;
  }

  /**
   * Checks, deploys and keeps them.
   *
   * @param by who changes them
   * @throws InvalidRequest naming what is wrong or missing, by file
   */
  @Transactional
  public List<Deployed> change(List<ModelFile> files, String by) {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
    List<ModelFile> whole = set.with(files);
    List<FieldProblem> problems = new ModelCheck(worked(), tables).problems(whole);
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    set.keep(files, by);
    try {
      return engine.deploy(whole);
    } catch (Refused e) {
      throw new InvalidRequest(List.of(new FieldProblem("files", e.getMessage())));
    }
  }

  private Set<String> worked() {
    Set<String> types = new TreeSet<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && type.getPackageName().startsWith("city.whistle")) {
        ReflectionUtils.doWithMethods(
            ClassUtils.getUserClass(type),
            method -> {
              JobWorker worker = AnnotationUtils.findAnnotation(method, JobWorker.class);
              if (worker != null) {
                types.add(worker.type());
              }
            });
      }
    }
    return types;
  }
}
