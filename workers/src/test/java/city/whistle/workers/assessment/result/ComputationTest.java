package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.count.Whose;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.result.Assessment.State;
import city.whistle.workers.casefile.CaseFile;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a month of its own, in years that no other test comes to. */
@RegistryTest
class ComputationTest extends ComputationScene {

  @Autowired private Assessments assessments;
  @Autowired private JdbcClient jdbc;

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
}
