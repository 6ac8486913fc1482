package city.whistle.workers.assessment.figure;

import static city.whistle.workers.assessment.figure.Answers.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

  private static final Scored NOBODY = unit("nobody", 0, 0);

  @Test
  void ordersByScoreThenByCasesThenByCode() {
    Ranking ranking =
        Ranking.of(
            List.of(
                NOBODY, unit("d", 9, 10), unit("c", 90, 100), unit("b", 9, 10), unit("a", 1, 2)));

    assertThat(ranking.inOrder())
        .extracting(Scored::unit)
        .containsExactly("c", "b", "d", "a", "nobody");
  }

  @Test
  void givesEqualRanksToWhatIsShownEqual() {
    Scored one = unit("a", 9001, 10_000);
    Scored other = unit("b", 9004, 10_000);
    Scored third = unit("c", 8000, 10_000);
    Ranking ranking = Ranking.of(List.of(one, other, third));

    assertThat(ranking.rankOf(one)).map(Rank::rank).hasValue(1);
    assertThat(ranking.rankOf(other)).map(Rank::rank).hasValue(1);
    assertThat(ranking.rankOf(third)).map(Rank::rank).hasValue(3);
  }

  @Test
  void givesNoRankWhereNobodyAnswered() {
    Scored worst = unit("a", 0, 10);
    Ranking ranking = Ranking.of(List.of(NOBODY, worst));

    assertThat(ranking.rankOf(NOBODY)).isEmpty();
    assertThat(ranking.rankOf(worst)).hasValue(new Rank(1, 1, 1));
  }

  @Test
  void saysWhichPlacesAUnitMightAsWellHave() {
    Scored sure = unit("sure", 9_900, 10_000);
    Scored lucky = unit("lucky", 20, 21);
    Scored like = unit("like", 19, 21);
    Scored last = unit("last", 5_000, 10_000);
    Ranking ranking = Ranking.of(List.of(sure, lucky, like, last));

    assertThat(ranking.rankOf(lucky)).hasValue(new Rank(2, 1, 3));
    assertThat(ranking.rankOf(last)).hasValue(new Rank(4, 4, 4));
  }

  @Test
  void meansOverUnitsCountEachAlike() {
    Ranking ranking = Ranking.of(List.of(unit("a", 1000, 1000), unit("b", 0, 1), NOBODY));

    assertThat(ranking.meanOfScores()).isEqualTo(50);
  }

  @Test
  void knowsChanceFromDifference() {
    assertThat(
            Ranking.of(List.of(unit("a", 28, 30), unit("b", 27, 30), unit("c", 26, 30)))
                .differsByMoreThanChance())
        .isFalse();
    assertThat(
            Ranking.of(List.of(unit("a", 2800, 3000), unit("b", 2700, 3000), unit("c", 2600, 3000)))
                .differsByMoreThanChance())
        .isTrue();
    assertThat(Ranking.of(List.of(unit("a", 28, 30))).differsByMoreThanChance()).isFalse();
    assertThat(Ranking.of(List.of()).differsByMoreThanChance()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 3.841", "2, 5.991", "15, 24.996", "100, 124.342", "342, 386.1"})
  void comparesWithTheChiSquaredDistribution(int degreesOfFreedom, double table) {
    assertThat(Homogeneity.criticalValue(degreesOfFreedom)).isCloseTo(table, offset(table * .03));
  }
}
