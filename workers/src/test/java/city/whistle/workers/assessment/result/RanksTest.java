package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Units beside others of their kind. Each test has a month of its own, in years that no other test
 * comes to.
 */
@RegistryTest
class RanksTest extends ComputationScene {

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
}
