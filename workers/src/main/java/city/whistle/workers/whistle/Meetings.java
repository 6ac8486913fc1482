package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.whistle.Meeting.Action;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of coordination meetings and their actions. */
@Component
class Meetings {

  private final JdbcClient jdbc;
  private final CityTime time;

  Meetings(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * @param results of the meeting's actions, in their order; null or shorter where some were not
   *     followed
   */
  void write(UUID whistleId, Meeting meeting, List<JsonNode> results) {
    jdbc.sql(
            """
            insert into registry.meeting (whistle_id, present, agreed, dissent, held_at)
            values (?, ?, ?, ?, ?)""")
        .params(
            whistleId,
            orEmpty(meeting.present()).toArray(String[]::new),
            meeting.agreed() == null ? "" : meeting.agreed(),
            meeting.dissent(),
            time.now())
        .update();
    List<Action> actions = orEmpty(meeting.actions());
    for (int i = 0; i < actions.size(); i++) {
      write(whistleId, i + 1, actions.get(i), result(results, i));
    }
  }

  /** Empty where none was written down. */
  Optional<MeetingMinutes> of(UUID whistleId) {
    return jdbc.sql("select * from registry.meeting where whistle_id = ?")
        .param(whistleId)
        .query(
            (row, n) ->
                new MeetingMinutes(
                    List.of((String[]) row.getArray("present").getArray()),
                    row.getString("agreed"),
                    row.getString("dissent"),
                    CityTime.inCity(row.getObject("held_at", OffsetDateTime.class)),
                    actions(whistleId)))
        .optional();
  }

  private List<MeetingMinutes.Action> actions(UUID whistleId) {
    return jdbc.sql(
            """
            select what, unit_code, due, result ->> 'done' as done from registry.meeting_action
            where whistle_id = ? order by position\
            """)
        .param(whistleId)
        .query(
            (row, n) ->
                new MeetingMinutes.Action(
                    row.getString("what"),
                    row.getString("unit_code"),
                    row.getString("due"),
                    row.getString("done")))
        .list();
  }

  private void write(UUID whistleId, int position, Action action, String result) {
    jdbc.sql(
            """
            insert into registry.meeting_action (whistle_id, position, what, unit_code, due, result)
            values (?, ?, ?, ?, ?, ?::jsonb)""")
        .params(
            whistleId,
            position,
            action.what() == null ? "" : action.what(),
            action.unit(),
            action.due(),
            result)
        .update();
  }

  private static String result(List<JsonNode> results, int index) {
    if (results == null || index >= results.size() || results.get(index) == null) {
      return null;
    }
    return results.get(index).toString();
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
