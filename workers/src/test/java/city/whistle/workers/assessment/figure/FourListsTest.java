package city.whistle.workers.assessment.figure;

import static city.whistle.workers.assessment.figure.Answers.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FourListsTest {

  private static final GovernanceRule GOVERNANCE = new GovernanceRule(4, 2, 3, 10, 2, 2);
  private static final ListRules RULES = new ListRules(30, 2, 1, 1, GOVERNANCE);
  private static final Scored BEST = unit("best", 99, 100);
  private static final Scored GOOD = unit("good", 90, 100);
  private static final Scored ALIKE = unit("alike", 90, 100);
  private static final Scored WEAK = unit("weak", 50, 100);
  private static final Scored FEW = unit("few", 2, 2);
  private static final Ranking RANKING = Ranking.of(List.of(FEW, WEAK, ALIKE, GOOD, BEST));

  @Test
  void nameTheBestWithAllThatShareTheLastPlace() {
    assertThat(FourLists.advanced(RANKING, RULES)).containsExactly("best", "alike", "good");
  }

  @Test
  void nameTheLast() {
    assertThat(FourLists.rectify(RANKING, RULES)).containsExactly("weak");
  }

  @Test
  void leaveOutWhoHasTooFewCases() {
    assertThat(FourLists.advanced(Ranking.of(List.of(FEW)), RULES)).isEmpty();
    assertThat(FourLists.rectify(Ranking.of(List.of(FEW)), RULES)).isEmpty();
  }

  @Test
  void nameWhoRoseMostByMoreThanChance() {
    Map<String, Scored> before =
        Map.of(
            "best",
            unit("best", 97, 100),
            "good",
            unit("good", 60, 100),
            "weak",
            unit("weak", 20, 100));

    assertThat(FourLists.progress(RANKING, before, RULES)).containsExactly("good");
  }

  @Test
  void callNoRiseByChanceProgress() {
    assertThat(FourLists.progress(RANKING, Map.of("best", unit("best", 97, 100)), RULES)).isEmpty();
  }

  @Test
  void putUnderGovernanceWhomOneCategoryFloodsMonthAfterMonth() {
    List<Volumes> months = List.of(volumes(40), volumes(35));

    assertThat(FourLists.governance(months, Map.of(), GOVERNANCE))
        .isEqualTo(Map.of("flooded", Set.of("0302")));
  }

  @Test
  void putNobodyUnderGovernanceForOneMonth() {
    assertThat(FourLists.governance(List.of(volumes(40), volumes(12)), Map.of(), GOVERNANCE))
        .isEmpty();
    assertThat(FourLists.governance(List.of(volumes(40)), Map.of(), GOVERNANCE)).isEmpty();
    assertThat(FourLists.governance(List.of(), Map.of(), GOVERNANCE)).isEmpty();
  }

  @Test
  void keepUnderGovernanceUntilItHasLongBeenOver() {
    Map<String, Set<String>> members = Map.of("flooded", Set.of("0302"));

    assertThat(FourLists.governance(List.of(volumes(12), volumes(25)), members, GOVERNANCE))
        .containsOnlyKeys("flooded");
    assertThat(FourLists.governance(List.of(volumes(12), volumes(13)), members, GOVERNANCE))
        .isEmpty();
  }

  private static Volumes volumes(long flood) {
    return new Volumes(
        Map.of(
            "flooded", Map.of("0302", flood, "0101", 5L),
            "one", Map.of("0302", 10L),
            "other", Map.of("0302", 9L)));
  }
}
