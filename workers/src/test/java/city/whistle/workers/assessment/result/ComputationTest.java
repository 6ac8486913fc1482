package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.count.CasesBehind;
import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.count.Whose;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.result.Assessment.State;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.fact.CallbackFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a month of its own, in years that no other test comes to. */
@RegistryTest
class ComputationTest {

  private static final String STREET = "110102009";
  private static final String OTHER_STREET = "110102001";
  private static YearMonth next = YearMonth.parse("2041-01");

  @Autowired private Computation computation;
  @Autowired private AssessmentRuns runs;
  @Autowired private Assessments assessments;
  @Autowired private ResultStore store;
  @Autowired private CasesBehind behind;
  @Autowired private AnsweredCases cases;
  @Autowired private CallbackFacts facts;
  @Autowired private SteppedClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private YearMonth month;
  private Instant before;

  @BeforeEach
  void goToAMonthOfItsOwn() {
    before = clock.instant();
    month = next;
    next = next.plusMonths(2);
    clock.set(day(1));
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  @Test
  void countsWhatResidentsSaidOfEachUnit() {
    cases.good(cases.of(null));
    cases.answered(cases.of(null), true, "partly", "basically");
    cases.unanswered(cases.of(null));
    cases.leftOut(cases.good(cases.of(null)), "malicious");
    cases.bad(cases.of(OTHER_STREET));

    Row row = row(compute(), "street", STREET);

    assertThat(row.counts()).isEqualTo(new Counts(4, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0));
    assertThat(row.score()).hasToString("73.0");
    assertThat(row.band()).isEqualTo("C");
    assertThat(row.name()).isEqualTo("展览路街道");
  }

  @Test
  void takesTheLastAnswerOfACaseAndKeepsTheFirstBeside() {
    CaseFile file = cases.bad(cases.of(null));
    clock.set(day(3));
    cases.good(file);
    CaseFile worse = cases.good(cases.of(null));
    clock.set(day(5));
    cases.bad(worse);
    cases.unanswered(worse);

    Counts counts = row(compute(), "street", STREET).counts();

    assertThat(counts.valid()).isEqualTo(2);
    assertThat(counts.settled()).isEqualTo(1);
    assertThat(counts.settledAtFirst()).isEqualTo(1);
    assertThat(counts.unanswered()).isZero();
  }

  @Test
  void endsAMonthAtTheCitysMidnight() {
    clock.set(Instant.parse(month + "-18T15:59:59.999Z"));
    cases.good(cases.of(null));
    clock.set(Instant.parse(month + "-18T16:00:00Z"));
    cases.bad(cases.of(null));
    clock.set(day(25));

    Assessment first = compute();
    Assessment second = provisional(month.plusMonths(1));

    assertThat(row(first, "street", STREET).counts().settled()).isEqualTo(1);
    assertThat(row(first, "street", STREET).counts().valid()).isEqualTo(1);
    assertThat(row(second, "street", STREET).counts().settled()).isZero();
    assertThat(row(second, "street", STREET).counts().valid()).isEqualTo(1);
  }

  @Test
  void countsACaseForTheUnitThatHadItWhenItWasCalledBack() {
    CaseFile file = cases.bad(cases.of(null));
    clock.set(day(2));
    jdbc.sql("update registry.case_file set owner_code = ? where id = ?")
        .params(OTHER_STREET, file.id())
        .update();

    Assessment version = compute();

    assertThat(row(version, "street", STREET).counts().valid()).isEqualTo(1);
    assertThat(row(version, "street", OTHER_STREET).counts().valid()).isZero();
  }

  @Test
  void poolsADistrictsUnits() {
    cases.good(cases.of(null));
    cases.good(cases.of(null));
    cases.bad(cases.of(OTHER_STREET));
    cases.bad(cases.of("xicheng-power"));
    cases.bad(cases.of("housing"));

    GroupResult districts = store.group(compute().id(), "district").orElseThrow();

    Row xicheng = rowOf(districts, "110102");
    assertThat(xicheng.counts().valid()).isEqualTo(4);
    assertThat(xicheng.score()).hasToString("50.0");
    assertThat(xicheng.rank().rank()).isEqualTo(1);
    assertThat(districts.rows()).hasSize(16);
    assertThat(districts.pooled().valid()).isEqualTo(4);
  }

  @Test
  void ranksEveryGroupThatTheArticleNames() {
    Assessment version = compute();

    assertThat(store.group(version.id(), "district").orElseThrow().rows()).hasSize(16);
    assertThat(store.group(version.id(), "street").orElseThrow().rows()).hasSize(343);
    assertThat(store.group(version.id(), "department").orElseThrow().rows()).isNotEmpty();
    assertThat(store.group(version.id(), "enterprise").orElseThrow().rows()).isNotEmpty();
    assertThat(
            Stream.of("core", "central", "plain", "ecological")
                .mapToInt(group -> store.group(version.id(), group).orElseThrow().rows().size())
                .sum())
        .isEqualTo(343);
  }

  @Test
  void showsADepartmentTheFiguresOfItsTradeOverAllUnits() {
    cases.good(cases.of(null, "030201"));
    cases.bad(cases.of("housing", "030301"));
    cases.good(cases.of(null, "070202"));

    GroupResult trades = store.group(compute().id(), GroupTally.TRADE).orElseThrow();

    assertThat(rowOf(trades, "housing").counts().valid()).isEqualTo(2);
    assertThat(rowOf(trades, "medical-insurance").counts().valid()).isEqualTo(1);
    assertThat(rowOf(trades, "labour").counts().valid()).isZero();
  }

  @Test
  void givesNoRankWithoutACountedAnswer() {
    cases.unanswered(cases.of(null));

    Row row = row(compute(), "street", STREET);

    assertThat(row.score()).isNull();
    assertThat(row.rank()).isNull();
    assertThat(row.band()).isNull();
  }

  @Test
  void keepsWhatWasPublishedWhereItIsRecounted() {
    cases.good(cases.of(null));
    CaseFile wrong = cases.bad(cases.of(null));
    Assessment published = compute();
    assessments.publish(published.id());

    cases.leftOut(wrong, "answerWrong");
    Assessment recount =
        transaction.execute(s -> computation.recount(assessments.get(published.id()), "appeal"));

    assertThat(recount.state()).isEqualTo(State.PUBLISHED);
    assertThat(recount.version()).isEqualTo(published.version() + 1);
    assertThat(assessments.get(published.id()).state()).isEqualTo(State.RECOUNTED);
    assertThat(row(published, "street", STREET).counts().valid()).isEqualTo(2);
    assertThat(row(recount, "street", STREET).counts().valid()).isEqualTo(1);
    assertThat(recount.inputDigest()).isNotEqualTo(published.inputDigest());
    assertThat(cases(published, Figure.VALID)).hasSize(2);
    assertThat(cases(recount, Figure.VALID)).hasSize(1);
  }

  @Test
  void comesToTheSameFromTheSameInput() {
    cases.good(cases.of(null));
    Assessment published = compute();
    assessments.publish(published.id());

    Assessment recount =
        transaction.execute(s -> computation.recount(assessments.get(published.id()), "check"));

    assertThat(recount.inputDigest()).isEqualTo(published.inputDigest());
    assertThat(store.group(recount.id(), "street"))
        .isEqualTo(store.group(published.id(), "street"));
  }

  @Test
  void dropsFiguresThatNobodyPublished() {
    cases.good(cases.of(null));
    compute();
    compute();

    assertThat(assessments.versions(month)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void opensEveryNumberDownToItsCases(Figure figure) {
    for (String satisfied : List.of("satisfied", "basically", "not")) {
      for (String settled : List.of("settled", "partly", "not")) {
        cases.answered(cases.of(null), true, settled, satisfied);
        cases.answered(cases.of(null), false, settled, satisfied);
      }
    }
    cases.unanswered(cases.of(null));
    cases.leftOut(cases.good(cases.of(null)), "malicious");
    Assessment version = compute();

    long number = figure.of(row(version, "street", STREET).counts());

    assertThat(number).isPositive();
    assertThat(cases(version, figure)).hasSize((int) number);
    assertThat(paged(version, figure)).isEqualTo(cases(version, figure));
  }

  @Test
  void countsACaseThatWasDispatchedTwiceOnceForTheUnitThatGotItLast() {
    CaseFile file = cases.of(null);
    clock.add(Duration.ofHours(1));
    cases.again(file, OTHER_STREET);

    Assessment version = compute();

    assertThat(row(version, "street", STREET).counts().dispatched()).isZero();
    assertThat(row(version, "street", OTHER_STREET).counts().dispatched()).isEqualTo(1);
    assertThat(row(version, "district", "110102").counts().dispatched()).isEqualTo(1);
    assertThat(cases(version, Figure.DISPATCHED)).isEmpty();
    assertThat(paged(version, Figure.DISPATCHED)).hasSize(1);
  }

  @Test
  void waitsForFactsThatAreBeingWritten() {
    OffsetDateTime moment = transaction.execute(s -> facts.moment());

    assertThat(facts.settledMoment()).isAfterOrEqualTo(moment);
  }

  private List<CaseBehind> cases(Assessment version, Figure figure) {
    return behind.find(version.id(), figure, Whose.unit(STREET), null, 1000);
  }

  private List<CaseBehind> paged(Assessment version, Figure figure) {
    List<CaseBehind> all = new ArrayList<>();
    List<CaseBehind> page;
    do {
      page =
          behind.find(
              version.id(),
              figure,
              Whose.district("110102"),
              all.isEmpty() ? null : all.get(all.size() - 1).caseId(),
              3);
      all.addAll(page);
    } while (!page.isEmpty());
    return all;
  }

  private Assessment compute() {
    return provisional(month);
  }

  private Assessment provisional(YearMonth of) {
    clock.add(Duration.ofSeconds(1));
    return transaction.execute(
        s -> computation.provisional(runs.begin(of, 1).id(), of, facts.settledMoment()));
  }

  private Row row(Assessment version, String group, String unit) {
    return rowOf(store.group(version.id(), group).orElseThrow(), unit);
  }

  private static Row rowOf(GroupResult group, String unit) {
    return group.rows().stream().filter(row -> row.unit().equals(unit)).findFirst().orElseThrow();
  }

  private Instant day(int day) {
    return Instant.parse("%s-%02dT04:00:00Z".formatted(month, day));
  }
}
