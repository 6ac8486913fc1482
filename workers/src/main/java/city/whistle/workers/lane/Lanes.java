package city.whistle.workers.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register's lanes. */
@Component
public class Lanes {

  private final JdbcClient jdbc;

  Lanes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Also one that is a lane no more, or not yet. */
  public Optional<Lane> find(String id) {
    return jdbc.sql("select * from registry.lane where id = ?")
        .param(id)
        .query(Lanes::read)
        .optional();
  }

  /** In the order of their ids. */
  public List<Lane> list(LaneFilter filter) {
    return jdbc.sql(
            """
            select * from registry.lane l
            where valid_from <= :on and (valid_to is null or valid_to > :on)
              and (:streets::text[] is null or street_code = any(:streets::text[]))
              and (:class::text is null or class = :class)
              and (:people::text[] is null or exists (select from registry.lane_post p
                where p.lane_id = l.id and p.person_id = any(:people::text[])
                  and p.valid_from <= :on and (p.valid_to is null or p.valid_to > :on)))
              and (:after::text is null or id > :after)
            order by id limit :max\
            """)
        .param(
            "streets",
            filter.streets() == null ? null : filter.streets().toArray(String[]::new),
            Types.ARRAY)
        .param(
            "people",
            filter.people() == null ? null : filter.people().toArray(String[]::new),
            Types.ARRAY)
        .param("class", filter.given() == null ? null : filter.given().wireName(), Types.VARCHAR)
        .param("after", filter.afterId(), Types.VARCHAR)
        .param("on", filter.on())
        .param("max", filter.max())
        .query(Lanes::read)
        .list();
  }

  /** The lanes that touch the cell of the public grid on that day, in the order of their ids. */
  List<Lane> at(String cell, LocalDate on) {
    return jdbc.sql(
            """
            select * from registry.lane where cells @> array[:cell::text]
              and valid_from <= :on and (valid_to is null or valid_to > :on) order by id\
            """)
        .param("cell", cell)
        .param("on", on)
        .query(Lanes::read)
        .list();
  }

  /** Keeps the lane as it is now; false where it is new. */
  boolean put(Lane lane) {
    boolean known = find(lane.id()).isPresent();
    jdbc.sql(
            """
            insert into registry.lane (id, name, street_code, class, length_metres, community, cells, valid_from,
              valid_to, source)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, street_code = excluded.street_code,
              class = excluded.class, length_metres = excluded.length_metres, community = excluded.community,
              cells = excluded.cells, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
              source = excluded.source\
            """)
        .params(
            lane.id(),
            lane.name(),
            lane.streetCode(),
            lane.given().wireName(),
            lane.lengthMetres(),
            lane.community(),
            lane.cells().toArray(String[]::new),
            lane.from(),
            lane.to(),
            lane.source())
        .update();
    return known;
  }

  /** Two who change who answers for a lane come one after the other. */
  void lock(String id) {
    jdbc.sql("select 1 from registry.lane where id = ? for update").param(id).query().singleRow();
  }

  private static Lane read(ResultSet row, int n) throws SQLException {
    return new Lane(
        row.getString("id"),
        row.getString("name"),
        row.getString("street_code"),
        LaneClass.of(row.getString("class")).orElseThrow(),
        row.getObject("length_metres", Integer.class),
        row.getString("community"),
        List.copyOf(Arrays.asList((String[]) row.getArray("cells").getArray())),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("source"));
  }
}
