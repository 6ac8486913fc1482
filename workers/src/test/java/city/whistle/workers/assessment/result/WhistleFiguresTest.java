package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.FreeMonths;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.AssessmentScene;
import city.whistle.workers.assessment.policy.WhistleRule;
import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.assessment.result.WhistleFigures.Summoned;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Double assessment: of those who blow whistles, and of those who come. */
@RegistryTest
class WhistleFiguresTest {

  private static final String STREET = "110102009";
  private static final WhistleRule RULE = new WhistleRule(3, 3, 1, 50);

  @Autowired private AssessmentScene scene;
  @Autowired private AnsweredCases cases;
  @Autowired private ResultStore store;
  @Autowired private Assessments assessments;
  @Autowired private WhistlesBehind behind;
  @Autowired private SteppedClock clock;
  @Autowired private JdbcClient jdbc;

  private YearMonth month;
  private Instant before;

  @BeforeEach
  void goToAMonthOfItsOwn() {
    before = clock.instant();
    month = FreeMonths.month();
    clock.set(Instant.parse(month + "-02T04:00:00Z"));
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  @Test
  void countsBothSidesOfAWhistle() {
    for (int i = 0; i < 10; i++) {
      cases.of(null);
    }
    UUID justified = whistle("publicDemand", 4);
    summon(justified, "traffic", -1, "leader", "done", 5);
    summon(justified, "fire", 1, "staff", "partly", 2);
    UUID needless = whistle("emergency", 1);
    summon(needless, "fire", null, null, null, null);
    UUID missed = whistle("emergency", 1);
    summon(missed, "fire", null, null, null, null);
    jdbc.sql("update registry.summons set absent = true where whistle_id = ?")
        .param(missed)
        .update();

    UUID version = compute();

    assertThat(store.blown(version))
        .contains(
            new Blown(
                STREET, 3, Map.of("publicDemand", 1, "emergency", 2), 3, 1, 300.0, "tooMany"));
    assertThat(store.summoned(version))
        .containsExactlyInAnyOrder(
            new Summoned("traffic", 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1),
            new Summoned("fire", 3, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0));
  }

  @ParameterizedTest
  @EnumSource(WhistleFigure.class)
  void opensEveryNumberDownToItsWhistles(WhistleFigure figure) {
    UUID justified = whistle("publicDemand", 4);
    summon(justified, "traffic", -1, "leader", "done", 5);
    summon(justified, "fire", 1, "staff", "partly", 2);
    UUID needless = whistle("emergency", 1);
    summon(needless, "fire", null, null, null, null);
    summon(needless, "traffic", 1, "division", "done", 3);

    Assessment version = assessments.get(compute());

    for (String unit : List.of(STREET, "traffic", "fire")) {
      long number = number(version.id(), figure.wireName(), unit);
      assertThat(behind.find(version, RULE, figure, unit, null, 100))
          .as(unit)
          .hasSize((int) number);
    }
  }

  /** As the version keeps it. */
  private long number(UUID version, String figure, String unit) {
    String name = figure.equals("stayJudged") ? "judged" : figure;
    String role = Set.of("blown", "judged", "justified").contains(figure) ? "blower" : "summoned";
    return jdbc.sql(
            """
            select coalesce(max((figures ->> ?)::bigint), 0) from registry.assessment_whistle
            where assessment_id = ? and role = ? and unit_code = ?\
            """)
        .params(name, version, role, unit)
        .query(Long.class)
        .single();
  }

  @Test
  void tellsOfASubDistrictThatNeverBlows() {
    cases.of(null);

    assertThat(store.blown(compute()))
        .contains(new Blown(STREET, 0, Map.of(), 0, 0, 0.0, "tooFew"));
  }

  @Test
  void leavesWhistlesOfOtherMonthsOut() {
    whistle("publicDemand", 5);
    clock.set(Instant.parse(month + "-18T16:00:00Z"));
    month = month.plusMonths(1);

    assertThat(store.blown(compute())).noneMatch(one -> one.unit().equals(STREET));
  }

  private UUID compute() {
    clock.set(Instant.parse(month + "-18T16:00:00Z"));
    return scene.provisional(month).id();
  }

  private UUID whistle(String kind, int justified) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.whistle (id, number, kind, street_code, cross_district, reason, place, units,
              blown_at, approved, ended_at, score)
            values (?, ?, ?, ?, false, '', '', '{}', ?, true, ?, ?::jsonb)\
            """)
        .params(id, "W" + id, kind, STREET, now(), now(), "{\"justified\": " + justified + "}")
        .update();
    return id;
  }

  private void summon(
      UUID whistle, String unit, Integer late, String rank, String result, Integer stayed) {
    jdbc.sql(
            """
            insert into registry.summons (id, whistle_id, unit_code, unit_kind, unit_name, sign_by, arrive_by,
              arrived_at, arrival, result, score)
            values (?, ?, ?, 'department', ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)\
            """)
        .params(
            UUID.randomUUID(),
            whistle,
            unit,
            unit,
            now(),
            now(),
            late == null ? null : now().plusHours(late),
            rank == null ? null : "{\"rank\": \"" + rank + "\"}",
            result,
            stayed == null ? null : "{\"stayed\": " + stayed + "}")
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
