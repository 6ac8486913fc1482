package city.whistle.workers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit's list of cases, which is put together of those that it sees for different reasons. */
@RegistryTest
class CaseListingTest {

  /** No other test gives them cases. */
  private static final String UNIT = "110101015";

  private static final String BELOW = "110101013";
  private static final String ABOVE = "110101012";
  private static final String CLIENT = "system-of-110101015";
  private static final String ALONE = "110101011";
  private static final String OTHER = "110101014";

  @Autowired Registry registry;
  @Autowired CaseFiles cases;
  @Autowired CaseParties parties;
  @Autowired MergedCases merged;
  @Autowired JdbcClient jdbc;

  private UUID foreign;
  private UUID accusing;

  @Test
  void hasEachCaseOnceOnWhicheverPageForWhateverReasonsItIsSeen() {
    Map<String, UUID> seen = seenFor(UNIT, CLIENT, OTHER);

    assertThat(pages(1, few(UNIT))).containsExactlyInAnyOrderElementsOf(seen.values());
    assertThat(pages(3, few(UNIT))).isEqualTo(pages(1, few(UNIT)));
  }

  @Test
  void hasTheSameForWhoHasVeryManyUnitsBelow() {
    Map<String, UUID> seen = seenFor(ABOVE, CLIENT + "above", OTHER);
    CaseFile below = registry.dispatched(registry.opened(), BELOW);
    List<String> many =
        Stream.concat(Stream.of(ABOVE, BELOW), IntStream.range(0, 30).mapToObj(n -> "none" + n))
            .toList();

    List<UUID> listed = pages(1, new CaseViewer(CLIENT + "above", ABOVE, many));

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(below.id()), seen.values().stream()).toList());
  }

  /** What a list shows is there for who opens it, and nothing else is. */
  @Test
  void saysOfEachCaseWhatIsSaidOfItAlone() {
    Map<String, UUID> seen = seenFor(ALONE, CLIENT + "alone", OTHER);

    seen.forEach((why, id) -> assertThat(cases.isSeenBy(id, few(ALONE, "alone"))).as(why).isTrue());
    assertThat(cases.isSeenBy(foreign, few(ALONE, "alone"))).isFalse();
    assertThat(cases.isSeenBy(accusing, few(ALONE, "alone"))).isFalse();
  }

  /** One case for each reason, one for all of them, and two that the unit sees for none. */
  private Map<String, UUID> seenFor(String unit, String client, String other) {
    CaseFile own = registry.dispatched(registry.opened(), unit);
    CaseFile opened = registry.dispatched(registry.openedBy(client, body -> {}), other);
    CaseFile helped = registry.dispatched(registry.opened(), other);
    parties.addCoHandlers(helped.id(), List.of(unit));
    CaseFile follows = registry.opened();
    merged.add(follows.id(), own.id(), "test", follows.receivedAt());
    CaseFile called = summoned(registry.dispatched(registry.opened(), other), unit);
    CaseFile all = summoned(registry.dispatched(registry.openedBy(client, body -> {}), unit), unit);
    parties.addCoHandlers(all.id(), List.of(unit));
    foreign = registry.dispatched(registry.opened(), other).id();
    accusing = accusing(unit, client, other).id();
    return Map.of(
        "it owns it", own.id(),
        "its client opened it", opened.id(),
        "it owns the one that leads", follows.id(),
        "it takes part", helped.id(),
        "it is summoned", called.id(),
        "all at once", all.id());
  }

  private CaseFile accusing(String unit, String client, String other) {
    CaseFile file =
        registry.dispatched(
            registry.openedBy(client, body -> body.put("kind", "report").put("accusedUnit", unit)),
            other);
    parties.addCoHandlers(file.id(), List.of(unit));
    return summoned(file, unit);
  }

  /** A sub-district isn't summoned by whistles as they are blown today. */
  private CaseFile summoned(CaseFile file, String unit) {
    UUID whistle = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.whistle (id, number, kind, street_code, case_id, cross_district, reason, place,
              units, blown_at)
            values (:id, cast(:id as text), 'publicDemand', :street, :case, false, 'r', 'p', '{}', :at)\
            """)
        .param("id", whistle)
        .param("street", file.owner().code())
        .param("case", file.id())
        .param("at", file.receivedAt())
        .update();
    jdbc.sql(
            """
            insert into registry.summons (id, whistle_id, unit_code, unit_kind, unit_name, sign_by, arrive_by)
            values (gen_random_uuid(), :whistle, :unit, 'street', 'n', :at, :at)\
            """)
        .param("whistle", whistle)
        .param("unit", unit)
        .param("at", file.receivedAt())
        .update();
    return file;
  }

  private static CaseViewer few(String unit) {
    return new CaseViewer(CLIENT, unit, List.of(unit));
  }

  private static CaseViewer few(String unit, String client) {
    return new CaseViewer(CLIENT + client, unit, List.of(unit));
  }

  private List<UUID> pages(int max, CaseViewer viewer) {
    CaseFilter filter = new CaseFilter(null, null, null, null, null, null, max, viewer, true, null);
    List<UUID> ids = new ArrayList<>();
    List<CaseFile> page = cases.list(filter);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(max);
      page.forEach(file -> ids.add(file.id()));
      page = cases.list(filter.after(page.get(page.size() - 1)));
    }
    return ids;
  }
}
