package city.whistle.workers.stuck;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.stuck.EngineView.Instances;
import city.whistle.workers.stuck.EngineView.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tasks whose form, as deployed, nobody can answer; none unless somebody deployed past the check.
 */
@Component
public class UnanswerableForms {

  private static final int MAX = 1000;

  private final JdbcClient jdbc;
  private final EngineView engine;
  private final CityTime time;

  UnanswerableForms(JdbcClient jdbc, EngineView engine, CityTime time) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Notes it; once. */
  public void note(Shown form, String fault) {
    jdbc.sql(
            """
            insert into registry.unanswerable_form (process_definition_key, element, fault, found_at)
            values (?, ?, ?, ?) on conflict do nothing\
            """)
        .params(form.processDefinitionKey(), form.element(), fault, time.now())
        .update();
  }

  /**
   * Of each instance an open task that shows such a form. The engine is asked only where one is
   * known, which is hardly ever.
   */
  Map<Long, Obstacle> tasks() {
    List<Shown> known =
        jdbc.sql("select process_definition_key, element from registry.unanswerable_form limit ?")
            .param(MAX)
            .query(Shown.class)
            .list();
    return known.isEmpty() ? Map.of() : engine.showing(known);
  }

  /** Null where none of the instances has such a task; also where the instances are null. */
  static Obstacle first(Map<Long, Obstacle> tasks, Instances instances) {
    return instances == null
        ? null
        : instances.running().stream()
            .map(tasks::get)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** The form that the tasks of an element of a deployed process show. */
  public record Shown(long processDefinitionKey, String element) {}
}
