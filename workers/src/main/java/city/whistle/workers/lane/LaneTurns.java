package city.whistle.workers.lane;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.WorkCalendar;
import city.whistle.workers.lane.LanePolicy.Rhythm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was to be done in lanes of late, and whether it was. */
@Component
class LaneTurns {

  /** How many turns before today's are looked at. */
  private static final Map<Every, Integer> BACK =
      Map.of(Every.DAY, 30, Every.WEEK, 8, Every.MONTH, 5, Every.QUARTER, 3);

  private final WorkCalendar calendar;
  private final LanePolicies policies;
  private final CityTime time;
  private final JdbcClient jdbc;

  LaneTurns(WorkCalendar calendar, LanePolicies policies, CityTime time, JdbcClient jdbc) {
    this.calendar = calendar;
    this.policies = policies;
    this.time = time;
    this.jdbc = jdbc;
  }

  /** By the lanes' ids, in the order of the policy's rhythm and of time. */
  Map<String, List<Turn>> of(Collection<Lane> lanes) {
    LocalDate today = time.today();
    LanePolicy policy = policies.on(today);
    LocalDate earliest =
        policy.rhythm().stream()
            .map(rhythm -> from(rhythm, today))
            .min(LocalDate::compareTo)
            .orElse(today);
    Set<LocalDate> working = calendar.workingDays(earliest, today.plusDays(7));
    Map<String, List<Visit>> visits = visits(lanes, earliest);
    Map<String, List<Turn>> turns = new HashMap<>();
    for (Lane lane : lanes) {
      List<Visit> ofLane = visits.getOrDefault(lane.id(), List.of());
      turns.put(
          lane.id(),
          policy.rhythm().stream()
              .flatMap(
                  rhythm ->
                      Turn.of(
                          rhythm, later(from(rhythm, today), lane.from()), today, working, ofLane)
                          .stream())
              .toList());
    }
    return turns;
  }

  private static LocalDate from(Rhythm rhythm, LocalDate today) {
    return rhythm.every().back(rhythm.every().firstDay(today), BACK.get(rhythm.every()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Map<String, List<Visit>> visits(Collection<Lane> lanes, LocalDate from) {
    return jdbc
        .sql(
            """
            select lane_id, rhythm, walked_at, reported_at from registry.patrol
            where lane_id = any(:lanes::text[]) and walked_at >= :from\
            """)
        .param("lanes", lanes.stream().map(Lane::id).toArray(String[]::new))
        .param("from", from.atStartOfDay(CityTime.ZONE).toOffsetDateTime())
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("lane_id"),
                    new Visit(
                        row.getString("rhythm"),
                        day(row.getObject("walked_at", OffsetDateTime.class)),
                        day(row.getObject("reported_at", OffsetDateTime.class)))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static LocalDate day(OffsetDateTime at) {
    return CityTime.inCity(at).toLocalDate();
  }
}
