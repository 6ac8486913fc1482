package city.whistle.workers.whistle;

import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.summons.SummonsState;
import city.whistle.workers.summons.Summonses;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists the whistles that a caller may know of, the last blown first. */
@Component
public class WhistleLists {

  private static final String LATE =
      """
      and exists (select from registry.summons s where s.whistle_id = w.id and (s.late or s.absent
        or s.released_at is null
          and (s.signed_at is null and s.sign_by < :now or s.arrived_at is null and s.arrive_by < :now)))""";

  private static final String OF_THE_UNITS =
      """
      and (w.street_code = any(:units)
        or exists (select from registry.summons s where s.whistle_id = w.id and s.unit_code = any(:units)))""";

  private static final String AFTER =
      " and (w.blown_at, w.number) < (select blown_at, number from registry.whistle where number = :after)";

  private final JdbcClient jdbc;
  private final CaseRights rights;
  private final Summonses summonses;
  private final CityTime time;

  WhistleLists(JdbcClient jdbc, CaseRights rights, Summonses summonses, CityTime time) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.summonses = summonses;
    this.time = time;
  }

  /**
   * @param callers as whom somebody asks; nobody sees nothing
   * @param max not negative
   */
  public List<WhistleViews.Shown> list(Collection<Caller> callers, WhistleFilter filter, int max) {
    String order = " order by w.blown_at desc, w.number desc limit :max";
    List<WhistleState> found =
        asked(Whistles.STATE + where(callers, filter) + order, callers, filter, max)
            .query(Whistles::readState)
            .list();
    Map<UUID, List<SummonsState>> summoned =
        summonses.of(found.stream().map(state -> state.about().id()).toList());
    return found.stream()
        .map(
            state ->
                new WhistleViews.Shown(state, summoned.getOrDefault(state.about().id(), List.of())))
        .toList();
  }

  /** How many there are, counted no further than {@code max}. */
  public int count(Collection<Caller> callers, WhistleFilter filter, int max) {
    String sql =
        "select count(*) from (select 1 from registry.whistle w "
            + where(callers, filter)
            + " limit :max) found";
    return asked(sql, callers, filter, max).query(Integer.class).single();
  }

  private String where(Collection<Caller> callers, WhistleFilter filter) {
    return "where w.ended_at is "
        + (filter.running() ? "null " : "not null ")
        + (rights.whistlesOf(callers) == null ? "" : OF_THE_UNITS)
        + (filter.late() ? " " + LATE : "")
        + (filter.kind() == null ? "" : " and w.kind = :kind")
        + (filter.street() == null ? "" : " and w.street_code = :street")
        + (filter.after() == null ? "" : AFTER);
  }

  private JdbcClient.StatementSpec asked(
      String sql, Collection<Caller> callers, WhistleFilter filter, int max) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> units = rights.whistlesOf(callers);
    parameters.put("units", units == null ? null : units.toArray(String[]::new));
    parameters.put("now", time.now());
    parameters.put("kind", filter.kind());
    parameters.put("street", filter.street());
    parameters.put("after", filter.after());
    parameters.put("max", max);
    return jdbc.sql(sql).params(parameters);
  }
}
