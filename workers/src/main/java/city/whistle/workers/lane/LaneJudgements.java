package city.whistle.workers.lane;

import city.whistle.workers.calendar.CityTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How chiefs judge units' work in their lanes, where no patrol's process asks them. */
@Component
public class LaneJudgements {

  private final JdbcClient jdbc;
  private final CityTime time;

  LaneJudgements(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Once for a case; false where it was judged before. */
  public boolean add(UUID caseId, String laneId, String unitCode, String personId, Mark mark) {
    return jdbc.sql(
                """
                insert into registry.lane_judgement (case_id, lane_id, unit_code, person_id, mark, note, judged_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(caseId, laneId, unitCode, personId, mark.mark(), mark.note(), time.now())
            .update()
        == 1;
  }

  public Optional<Judgement> of(UUID caseId) {
    return jdbc.sql(
            """
            select * from (
              select case_id, mark, mark_note as note, ended_at as judged_at
              from registry.patrol where mark is not null
              union all
              select case_id, mark, note, judged_at from registry.lane_judgement) j
            where case_id = ? limit 1\
            """)
        .param(caseId)
        .query(
            (row, n) ->
                new Judgement(
                    new Mark(row.getInt("mark"), row.getString("note")),
                    CityTime.inCity(row.getObject("judged_at", OffsetDateTime.class))))
        .optional();
  }

  /** Of the work on cases of the lane, by unit, the one that was judged most often first. */
  public List<OfUnit> byUnit(String laneId, OffsetDateTime since) {
    return jdbc.sql(
            """
            select unit_code, count(*) as n, avg(mark) as mean from (
              select f.owner_code as unit_code, p.mark from registry.patrol p
                join registry.case_file f on f.id = p.case_id
                where p.lane_id = :lane and p.mark is not null and p.ended_at >= :since
              union all
              select unit_code, mark from registry.lane_judgement
                where lane_id = :lane and judged_at >= :since) j
            where unit_code is not null
            group by unit_code order by n desc, unit_code limit 50\
            """)
        .param("lane", laneId)
        .param("since", since)
        .query(
            (row, n) ->
                new OfUnit(row.getString("unit_code"), row.getInt("n"), row.getDouble("mean")))
        .list();
  }

  /**
   * @param mark 1 worst, 5 best
   * @param note null for none
   */
  public record Mark(int mark, String note) {}

  /** How the work on a case was judged. */
  public record Judgement(Mark mark, OffsetDateTime at) {}

  /** How a unit's work in a lane was judged, {@code count} times. */
  public record OfUnit(String unitCode, int count, double mean) {}
}
