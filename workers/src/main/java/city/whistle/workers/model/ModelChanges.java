package city.whistle.workers.model;

import city.whistle.workers.model.ModelEngine.Deployed;
import city.whistle.workers.model.ModelEngine.Refused;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
  private final ModelCheck check;

  ModelChanges(ModelSet set, ModelEngine engine, JdbcClient jdbc, ModelCheck check) {
    this.set = set;
    this.engine = engine;
    this.jdbc = jdbc;
    this.check = check;
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
    List<FieldProblem> problems = check.problems(whole);
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
}
