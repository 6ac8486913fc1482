package city.whistle.console.tasks;

import city.whistle.console.layout.Sealing;
import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have begun to fill in, one draft a person and task. Sealed, since it may hold words
 * for a resident; a draft that can't be opened any more, after a change of the master key, is none.
 */
@Component
@Transactional
class Drafts {

  /** Longer than any form takes. */
  static final int LENGTH_MAX = 100_000;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final String PURPOSE = "console.draft";

  private final JdbcClient jdbc;
  private final CityTime time;
  private final Sealing sealing;

  Drafts(JdbcClient jdbc, CityTime time, Sealing sealing) {
    this.jdbc = jdbc;
    this.time = time;
    this.sealing = sealing;
  }

  /** The draft as JSON text. */
  Optional<String> find(String personId, long taskKey) {
    return jdbc.sql("select sealed from console.draft where person_id = ? and task_key = ?")
        .params(personId, taskKey)
        .query(byte[].class)
        .optional()
        .flatMap(box -> sealing.open(PURPOSE, label(personId, taskKey), box));
  }

  void save(String personId, long taskKey, String values) {
    jdbc.sql("delete from console.draft where saved_at < ?").param(time.now().minus(KEPT)).update();
    jdbc.sql(
            """
            insert into console.draft (person_id, task_key, sealed, saved_at) values (?, ?, ?, ?)
            on conflict (person_id, task_key)
              do update set sealed = excluded.sealed, saved_at = excluded.saved_at\
            """)
        .params(
            personId, taskKey, sealing.seal(PURPOSE, label(personId, taskKey), values), time.now())
        .update();
  }

  /** The task is done: nobody needs what was begun for it. */
  void forget(long taskKey) {
    jdbc.sql("delete from console.draft where task_key = ?").param(taskKey).update();
  }

  private static String label(String personId, long taskKey) {
    return personId + "/" + taskKey;
  }
}
