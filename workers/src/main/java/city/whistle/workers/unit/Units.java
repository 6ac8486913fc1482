package city.whistle.workers.unit;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.request.OncePerRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation as it stands today: what is to come, and what was abolished, isn't found. */
@Component
public class Units {

  /** More than the city has in all, so that a listing needs no pages. */
  private static final int LISTING_MAX = 2000;

  private static final RowMapper<Unit> UNIT =
      (row, n) ->
          new Unit(
              row.getString("code"),
              row.getString("name"),
              UnitKind.of(row.getString("kind")),
              row.getString("form"),
              row.getString("parent_code"));

  private static final String TODAY =
      " valid_from <= :today and (valid_to is null or valid_to > :today) ";

  /** Longer chains of abolished units than this lead to nobody. */
  private static final int SUCCESSORS_MAX = 10;

  private final JdbcClient jdbc;
  private final CityTime time;

  Units(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * @param code null finds nothing
   */
  public Optional<Unit> find(String code) {
    return OncePerRequest.kept(Found.class, Found::new)
        .map(found -> found.find(code, this))
        .orElseGet(() -> read(code));
  }

  /**
   * The unit, or what it was last where it is no more; one that is yet to come isn't found.
   *
   * @param code null finds nothing
   */
  public Optional<Unit> orFormer(String code) {
    return find(code).or(() -> former(code));
  }

  /** How the unit is called, or was last; the code itself where nothing ever was called so. */
  public String name(String code) {
    return orFormer(code).map(Unit::name).orElse(code);
  }

  private Optional<Unit> former(String code) {
    return jdbc.sql(
            """
            select * from registry.unit where code = :code and valid_to <= :today
            order by valid_from desc limit 1\
            """)
        .param("code", code)
        .param("today", time.today())
        .query(UNIT)
        .optional();
  }

  private Optional<Unit> read(String code) {
    return jdbc.sql("select * from registry.unit where code = :code and" + TODAY)
        .param("code", code)
        .param("today", time.today())
        .query(UNIT)
        .optional();
  }

  /** The unit whose people are candidates; empty where these groups are the centre's own. */
  public Optional<Unit> ofGroups(List<String> groups) {
    return groups.stream()
        .filter(group -> group.contains(":"))
        .map(group -> group.substring(group.indexOf(':') + 1))
        .map(this::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Units that are no more, each as it was last. */
  public List<Unit> abolished() {
    return jdbc.sql(
            """
            select distinct on (code) * from registry.unit u
            where valid_to <= :today
              and not exists (select from registry.unit o where o.code = u.code and\
            """
                + TODAY
                + ") order by code, valid_from desc limit :max")
        .param("today", time.today())
        .param("max", LISTING_MAX)
        .query(UNIT)
        .list();
  }

  /** Who took over from an abolished unit, from its successor's successor and so on; or nobody. */
  public Optional<Unit> successor(String code) {
    return jdbc.sql(
            """
            with recursive chain(code, steps) as (
              select :code::text, 0
              union all
              select u.successor_code, c.steps + 1 from chain c join registry.unit u on u.code = c.code
                where u.successor_code is not null and u.valid_to <= :today and c.steps < :steps)
            select u.* from chain c join registry.unit u on u.code = c.code
            where c.steps > 0 and\
            """
                + TODAY
                + " order by c.steps limit 1")
        .param("code", code)
        .param("steps", SUCCESSORS_MAX)
        .param("today", time.today())
        .query(UNIT)
        .optional();
  }

  /** Whether that is, or was, a unit's code. */
  public boolean isKnown(String code) {
    return jdbc.sql("select exists(select from registry.unit where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }

  public Optional<Unit> find(String code, UnitKind kind) {
    return find(code).filter(unit -> unit.kind() == kind);
  }

  /** Units below {@code parent} and of {@code kind} today; null stands for any. */
  public List<Unit> list(String parent, UnitKind kind) {
    return list(parent, kind, null);
  }

  /**
   * @param on the day that is meant; null for today
   */
  public List<Unit> list(String parent, UnitKind kind, LocalDate on) {
    return jdbc.sql(
            """
            select * from registry.unit
            where valid_from <= :today and (valid_to is null or valid_to > :today)
              and (:parent::text is null or parent_code = :parent)
              and (:kind::text is null or kind = :kind)
            order by code limit :max\
            """)
        .param("today", on == null ? time.today() : on)
        .param("parent", parent)
        .param("kind", kind == null ? null : kind.wireName())
        .param("max", LISTING_MAX)
        .query(UNIT)
        .list();
  }

  /**
   * Units, but the city itself, in whose name or whose district's name all these words are, or of
   * this code; those of the district first.
   *
   * @param words parted by blanks; none finds nothing
   * @param district code of the district whose units are nearest; null for none
   */
  public List<Unit> search(String words, String district, int max) {
    String[] patterns =
        Stream.of(words.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .toArray(String[]::new);
    return patterns.length == 0
        ? List.of()
        : jdbc.sql(
                """
                select u.* from registry.unit u
                  left join registry.unit p on p.code = u.parent_code and p.kind = 'district'
                    and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
                where u.valid_from <= :today and (u.valid_to is null or u.valid_to > :today)
                  and u.kind <> 'city'
                  and (u.code = :code or coalesce(p.name, '') || u.name || ' ' || replace(coalesce(p.name, ''), '区', '') || u.name like all(:patterns))
                order by (u.code = :district or u.parent_code = :district) is true desc, length(u.name), u.code
                limit :max\
                """)
            .param("today", time.today())
            .param("code", words.strip())
            .param("patterns", patterns)
            .param("district", district)
            .param("max", max)
            .query(UNIT)
            .list();
  }

  /** All that there were at some time between the two, each as it was last. */
  public List<Unit> existingBetween(OffsetDateTime from, OffsetDateTime to) {
    return jdbc.sql(
            """
            select distinct on (code) * from registry.unit
            where valid_from < :to and (valid_to is null or valid_to > :from)
            order by code, valid_from desc limit :max\
            """)
        .param("from", from.atZoneSameInstant(CityTime.ZONE).toLocalDate())
        .param("to", to.atZoneSameInstant(CityTime.ZONE).toLocalDate().plusDays(1))
        .param("max", LISTING_MAX)
        .query(UNIT)
        .list();
  }

  /** The codes of a unit and of all below it. */
  public List<String> withBelow(String code) {
    return OncePerRequest.kept(Found.class, Found::new)
        .map(found -> found.below.computeIfAbsent(code, this::readBelow))
        .orElseGet(() -> readBelow(code));
  }

  private List<String> readBelow(String code) {
    return jdbc.sql(
            """
            with recursive below(code) as (
              select :code::text
              union select u.code from registry.unit u join below b on u.parent_code = b.code
                where u.valid_from <= :today and (u.valid_to is null or u.valid_to > :today))
            select code from below limit :max\
            """)
        .param("code", code)
        .param("today", time.today())
        .param("max", LISTING_MAX)
        .query(String.class)
        .list();
  }

  /** The units that one request has asked for; where they are many, all are read at once. */
  private static final class Found {

    private static final int ONE_BY_ONE = 5;

    private final Map<String, Optional<Unit>> byCode = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private boolean all;

    Optional<Unit> find(String code, Units units) {
      Optional<Unit> known = byCode.get(code);
      if (known == null && !all && byCode.size() >= ONE_BY_ONE) {
        units.list(null, null).forEach(unit -> byCode.put(unit.code(), Optional.of(unit)));
        all = true;
        known = byCode.get(code);
      }
      if (known == null) {
        known = units.read(code);
        byCode.put(code, known);
      }
      return known;
    }
  }
}
