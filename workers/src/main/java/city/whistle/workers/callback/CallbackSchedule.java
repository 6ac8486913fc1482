package city.whistle.workers.callback;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often, how and how far apart a resident is called back. */
@Component
class CallbackSchedule {

  private final JdbcClient jdbc;

  CallbackSchedule(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The attempts in their order, at least one. */
  List<Attempt> attempts() {
    List<Attempt> attempts =
        jdbc.sql("select * from registry.callback_attempt order by attempt")
            .query(
                (row, n) ->
                    new Attempt(
                        row.getString("channel"),
                        row.getString("answer_within"),
                        row.getString("next_attempt_in")))
            .list();
    if (attempts.isEmpty()) {
      throw new IllegalStateException("the registry has no callback attempts; import them");
    }
    return attempts;
  }

  record Attempt(String channel, String answerWithin, String nextAttemptIn) {}
}
