package city.whistle.workers.assessment.result;

import city.whistle.workers.FreeMonths;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.count.CasesBehind;
import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.count.Whose;
import city.whistle.workers.fact.CallbackFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A month's computation, in years that no other test comes to. */
abstract class ComputationScene {

  static final String STREET = "110102009";
  static final String OTHER_STREET = "110102001";

  @Autowired Computation computation;
  @Autowired AssessmentRuns runs;
  @Autowired ResultStore store;
  @Autowired CasesBehind behind;
  @Autowired AnsweredCases cases;
  @Autowired CallbackFacts facts;
  @Autowired SteppedClock clock;
  @Autowired TransactionTemplate transaction;

  YearMonth month;
  Instant before;

  @BeforeEach
  void goToAMonthOfItsOwn() {
    before = clock.instant();
    month = FreeMonths.month();
    clock.set(day(1));
  }

  @AfterEach
  void goBack() {
    clock.set(before);
  }

  List<CaseBehind> cases(Assessment version, Figure figure) {
    return behind.find(version.id(), figure, Whose.unit(STREET), null, 1000);
  }

  Assessment compute() {
    return provisional(month);
  }

  Assessment provisional(YearMonth of) {
    clock.add(Duration.ofSeconds(1));
    return transaction.execute(
        s -> computation.provisional(runs.begin(of, 1).id(), of, facts.settledMoment()));
  }

  Row row(Assessment version, String group, String unit) {
    return rowOf(store.group(version.id(), group).orElseThrow(), unit);
  }

  static Row rowOf(GroupResult group, String unit) {
    return group.rows().stream().filter(row -> row.unit().equals(unit)).findFirst().orElseThrow();
  }

  Instant day(int day) {
    return Instant.parse("%s-%02dT04:00:00Z".formatted(month, day));
  }
}
