package city.whistle.workers.intake;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.resident.MasterKey;
import city.whistle.workers.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases that are probably about the same matter: of the same category at the same address, or
 * with the same title in the same sub-district, within three days. They are shown, not merged. A
 * confidential case has none and is none.
 */
@Component
class SimilarCases {

  private static final Duration SPAN = Duration.ofDays(3);
  private static final int SHOWN_MAX = 5;

  private final JdbcClient jdbc;
  private final MasterKey key;
  private final CityTime time;

  SimilarCases(JdbcClient jdbc, MasterKey key, CityTime time) {
    this.jdbc = jdbc;
    this.key = key;
    this.time = time;
  }

  /**
   * Notes by what the new case is found, and returns the numbers of those like it, newest first.
   */
  List<String> note(UUID caseId, CaseRequest request) {
    if (request.confidential()) {
      return List.of();
    }
    byte[] place = place(request);
    byte[] title = mac("title", street(request), request.title());
    List<String> similar = find(place, title);
    jdbc.sql(
            """
            insert into registry.case_similarity (case_id, received_at, place_mac, title_mac, alike)
            values (?, ?, ?, ?, ?)\
            """)
        .params(caseId, time.now(), place, title, similar.toArray(String[]::new))
        .update();
    return similar;
  }

  /** What was found when the case came. */
  List<String> of(UUID caseId) {
    return jdbc.sql("select alike from registry.case_similarity where case_id = ?")
        .param(caseId)
        .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
        .optional()
        .orElse(List.of());
  }

  private List<String> find(byte[] place, byte[] title) {
    OffsetDateTime since = time.now().minus(SPAN);
    return jdbc.sql(
            """
            select f.number from registry.case_file f join (
                select case_id from registry.case_similarity where place_mac = :place and received_at > :since
                union
                select case_id from registry.case_similarity where title_mac = :title and received_at > :since
              ) s on s.case_id = f.id
            order by f.received_at desc, f.number desc limit :max\
            """)
        .param("place", place)
        .param("title", title)
        .param("since", since)
        .param("max", SHOWN_MAX)
        .query(String.class)
        .list();
  }

  /** Null where the case names no address or no category. */
  private byte[] place(CaseRequest request) {
    String address = request.place().address();
    return address == null || request.categoryCode() == null
        ? null
        : mac("place", request.categoryCode(), street(request), address);
  }

  private static String street(CaseRequest request) {
    String street = request.place().streetCode();
    return street == null ? request.place().districtCode() : street;
  }

  /** Without blanks and signs, which two agents write differently. */
  private byte[] mac(String what, String... parts) {
    String plain =
        String.join(
            "|",
            Arrays.stream(parts)
                .map(part -> PlainText.of(part).replaceAll("[^\\p{L}\\p{N}]", ""))
                .toList());
    return key.mac("similar-" + what, plain.getBytes(StandardCharsets.UTF_8));
  }
}
