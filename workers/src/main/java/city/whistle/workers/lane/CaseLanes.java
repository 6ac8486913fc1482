package city.whistle.workers.lane;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.place.Cell;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which lanes cases are. */
@Component
public class CaseLanes {

  private final Lanes lanes;
  private final JdbcClient jdbc;
  private final CityTime time;

  CaseLanes(Lanes lanes, JdbcClient jdbc, CityTime time) {
    this.lanes = lanes;
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * The lane of a matter in that cell. Where several touch it, the one whose name the address has;
   * empty where that names none of them or several: it is not guessed.
   *
   * @param streetCode the sub-district in which the matter is; null where nobody said
   * @param address null where nobody said
   */
  public Optional<Lane> match(Cell cell, String streetCode, String address, LocalDate on) {
    List<Lane> touching =
        lanes.at(cell.text(), on).stream()
            .filter(lane -> streetCode == null || lane.streetCode().equals(streetCode))
            .toList();
    return touching.size() == 1
        ? Optional.of(touching.get(0))
        : only(
            touching.stream()
                .filter(lane -> address != null && address.contains(lane.name()))
                .toList());
  }

  private static Optional<Lane> only(List<Lane> named) {
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** Once; a case stays in its lane. */
  public void note(UUID caseId, String laneId) {
    jdbc.sql(
            """
            insert into registry.case_lane (case_id, lane_id, noted_at) values (?, ?, ?)
            on conflict do nothing\
            """)
        .params(caseId, laneId, time.now())
        .update();
  }

  public Optional<Lane> of(UUID caseId) {
    return jdbc.sql("select lane_id from registry.case_lane where case_id = ?")
        .param(caseId)
        .query(String.class)
        .optional()
        .flatMap(lanes::find);
  }

  /** Those of the cases that are in one of these lanes. */
  public Set<UUID> in(Collection<String> laneIds, Collection<UUID> caseIds) {
    return Set.copyOf(
        jdbc.sql(
                """
                select case_id from registry.case_lane
                where lane_id = any(?::text[]) and case_id = any(?::uuid[])\
                """)
            .params(laneIds.toArray(String[]::new), caseIds.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * Cases of these lanes, the last received first.
   *
   * @param openOnly whether those that are over are left out
   * @param beforeId the case after which the page begins; null for the first page
   */
  public List<UUID> list(Collection<String> laneIds, boolean openOnly, UUID beforeId, int max) {
    return jdbc.sql(
            """
            select f.id from registry.case_lane l join registry.case_file f on f.id = l.case_id
            where l.lane_id = any(:lanes::text[]) and (not :open or f.closed_at is null)
              and (:before::uuid is null or (f.received_at, f.id)
                < (select received_at, id from registry.case_file where id = :before::uuid))
            order by f.received_at desc, f.id desc limit :max\
            """)
        .param("lanes", laneIds.toArray(String[]::new))
        .param("open", openOnly)
        .param("before", beforeId == null ? null : beforeId.toString())
        .param("max", max)
        .query(UUID.class)
        .list();
  }
}
