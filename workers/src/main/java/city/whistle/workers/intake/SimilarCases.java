package city.whistle.workers.intake;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.place.PublicPlaces;
import city.whistle.workers.place.PublicPlaces.Area;
import city.whistle.workers.resident.MasterKey;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases that are probably about the same matter: of the same category at the same address, at
 * or near the same public place, or with the same title in the same sub-district, within three
 * days. They are shown, not merged. A confidential case has none and is none.
 *
 * <p>Whoever takes a call sees more before it is opened: besides those, what is open of the same
 * category in the same sub-district.
 */
@Component
public class SimilarCases {

  private static final Duration SPAN = Duration.ofDays(3);
  private static final Duration SPAN_OF_OPEN = Duration.ofDays(60);
  private static final int SHOWN_MAX = 5;
  private static final int OPEN_MAX = 8;

  /** Fewer shared words say nothing: every street has its road and its estate. */
  private static final int WORDS_LEAST = 3;

  private final JdbcClient jdbc;
  private final MasterKey key;
  private final PublicPlaces places;
  private final CityTime time;

  SimilarCases(JdbcClient jdbc, MasterKey key, PublicPlaces places, CityTime time) {
    this.jdbc = jdbc;
    this.key = key;
    this.places = places;
    this.time = time;
  }

  /**
   * Notes by what the new case is found, and returns the numbers of those like it, newest first.
   *
   * @param area its public place, noted already; null for none
   */
  List<String> note(UUID caseId, CaseRequest request, Area area) {
    if (request.confidential()) {
      return List.of();
    }
    Marks marks = Marks.of(key, Sought.of(request), area);
    await(marks.place(), marks.title(), area);
    List<String> similar = find(caseId, marks);
    jdbc.sql(
            """
            insert into registry.case_similarity (case_id, received_at, place_mac, title_mac, words, alike)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            caseId,
            time.now(),
            marks.place(),
            marks.title(),
            marks.boxedWords(),
            similar.toArray(String[]::new))
        .update();
    return similar;
  }

  /** Of equal cases that come at once, each later one sees those before it. */
  private void await(byte[] place, byte[] title, Area area) {
    Stream<Long> marks =
        Stream.of(place, title).filter(Objects::nonNull).map(mac -> ByteBuffer.wrap(mac).getLong());
    Stream<Long> cells = Stream.ofNullable(area).map(found -> (long) found.hashCode());
    Stream.concat(marks, cells)
        .sorted()
        .forEach(
            lock -> jdbc.sql("select pg_advisory_xact_lock(?)").param(lock).query().singleRow());
  }

  /** What was found when the case came. */
  List<String> of(UUID caseId) {
    return jdbc.sql("select alike from registry.case_similarity where case_id = ?")
        .param(caseId)
        .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
        .optional()
        .orElse(List.of());
  }

  private List<String> find(UUID caseId, Marks marks) {
    OffsetDateTime since = time.now().minus(SPAN);
    return jdbc.sql(
            """
            select f.number from registry.case_file f join (
                select case_id from registry.case_similarity where place_mac = :place and received_at > :since
                union
                select case_id from registry.case_similarity where title_mac = :title and received_at > :since
                union
                select case_id from registry.case_place
                  where category_code = :near and north between :south and :north and east between :west and :east
                    and received_at > :since and case_id <> :case
              ) s on s.case_id = f.id
            order by f.received_at desc, f.number desc limit :max\
            """)
        .params(marks.params())
        .param("case", caseId)
        .param("since", since)
        .param("max", SHOWN_MAX)
        .query(String.class)
        .list();
  }

  /**
   * Open cases that may be about the same matter: those at the same address or with the same title
   * first, then those of whose words they share most, then the newest.
   */
  public List<Similar> open(SoughtReader.About about) {
    return open(about.sought(), about.area());
  }

  /** The same without a point. */
  public List<Similar> open(Sought sought) {
    return open(sought, null);
  }

  private List<Similar> open(Sought sought, Area area) {
    return open(
        Marks.of(key, sought, area),
        null,
        sought.categoryCode(),
        sought.districtCode(),
        sought.streetCode());
  }

  /** Those that may be about the same matter as this one; none for a confidential one. */
  public List<Similar> like(CaseFile file) {
    if (file.about().confidential()) {
      return List.of();
    }
    Area area = places.areaOf(file.id()).orElse(null);
    Marks marks =
        jdbc.sql(
                "select place_mac, title_mac, words from registry.case_similarity where case_id ="
                    + " ?")
            .param(file.id())
            .query((row, n) -> Marks.read(row, area))
            .optional()
            .orElse(Marks.none(area));
    return open(
        marks,
        file.id(),
        file.about().categoryCode(),
        file.about().districtCode(),
        file.about().streetCode());
  }

  private List<Similar> open(
      Marks marks, UUID except, String category, String district, String street) {
    return jdbc.sql(
            """
            select f.number, f.title, f.status, f.owner_name, f.received_at, s.same, w.shared,
              w.shared >= :least and 2 * w.shared >= least(w.of, cardinality(:words::bigint[])) as alike from (
                select case_id, bool_or(same) as same from (
                  select case_id, true as same from registry.case_similarity
                    where place_mac = :place and received_at > :since
                  union all
                  select case_id, true from registry.case_similarity
                    where title_mac = :title and received_at > :since
                  union all
                  (select case_id, true from registry.case_place
                    where category_code = :near and north between :south and :north and east between :west and :east
                      and received_at > :sinceOfOpen order by received_at desc limit :most)
                  union all
                  (select id, false from registry.case_file
                    where category_code = :category and district_code = :district
                      and (:street::text is null or street_code = :street)
                      and status not in ('answered', 'withdrawn', 'closed')
                      and received_at > :sinceOfOpen
                    order by received_at desc limit :most)
                ) found group by case_id
              ) s join registry.case_file f on f.id = s.case_id, lateral (
                select count(*) filter (where word = any(:words::bigint[])) as shared, count(*) as of
                from registry.case_similarity o, unnest(o.words) as word where o.case_id = f.id) w
            where not f.confidential and f.status not in ('answered', 'withdrawn', 'closed')
              and f.id is distinct from :except::uuid
            order by s.same desc, alike desc, case when w.shared >= :least then w.shared end desc nulls last,
              f.received_at desc, f.number desc limit :max\
            """)
        .params(marks.params())
        .param("least", WORDS_LEAST)
        .param("except", except)
        .param("category", category)
        .param("district", district)
        .param("street", street)
        .param("since", time.now().minus(SPAN))
        .param("sinceOfOpen", time.now().minus(SPAN_OF_OPEN))
        .param("most", OPEN_MAX * OPEN_MAX)
        .param("max", OPEN_MAX)
        .query(SimilarCases::read)
        .list();
  }

  private static Similar read(ResultSet row, int n) throws SQLException {
    return new Similar(
        row.getString("number"),
        row.getString("title"),
        CaseStatus.of(row.getString("status")).orElseThrow(),
        row.getString("owner_name"),
        CityTime.inCity(row.getObject("received_at", OffsetDateTime.class)),
        row.getBoolean("same"),
        row.getBoolean("alike"));
  }

  /**
   * What a case is found by; what isn't known is null.
   *
   * @param address as it was said; read by nobody, as is the title
   */
  public record Sought(
      String categoryCode, String districtCode, String streetCode, String address, String title) {

    static Sought of(CaseRequest request) {
      CaseRequest.Place place = request.place();
      return new Sought(
          request.categoryCode(),
          place.districtCode(),
          place.streetCode(),
          place.address(),
          request.title());
    }

    String area() {
      return streetCode == null ? String.valueOf(districtCode) : streetCode;
    }

    /** Shows nothing of its content. */
    @Override
    public String toString() {
      return "Sought[" + categoryCode + "]";
    }
  }

  /**
   * A case that may be about the same matter.
   *
   * @param title redacted
   * @param owner null until dispatched
   * @param same whether address or title are the same
   * @param alike whether they share at least half of their words
   */
  public record Similar(
      String number,
      String title,
      CaseStatus status,
      String owner,
      OffsetDateTime receivedAt,
      boolean same,
      boolean alike) {}
}
