package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.result.GroupResult.ListEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritanceTest {

  private static final Inheritance SINCE = new Inheritance(Map.of("a", "b", "b", "c", "d", "c"));
  private static final Weights WEIGHTS = new Weights(10, 50, 40, 900);

  @Test
  void goesToTheLastWhoTookOver() {
    assertThat(SINCE.heirOf("a")).isEqualTo("c");
    assertThat(SINCE.heirOf("e")).isEqualTo("e");
    assertThat(SINCE.takenOver("c")).containsExactly("a", "b", "d");
  }

  @Test
  void leadsToNobodyInACircle() {
    assertThat(new Inheritance(Map.of("a", "b", "b", "a")).heirOf("a")).isEqualTo("a");
  }

  @Test
  void addsWhatTheFormerOnesHadToTheHeirsOwn() {
    assertThat(SINCE.inherited(Map.of("a", valid(1), "c", valid(2), "d", valid(4))))
        .containsEntry("c", valid(7))
        .containsEntry("a", valid(1));
  }

  @Test
  void countsTheFormerOnesCasesOfACategoryForTheHeir() {
    assertThat(SINCE.inherited(List.of(new Cell("a", "d", "0102", valid(3)))))
        .containsExactly(new Cell("c", "c", "0102", valid(3)));
  }

  @Test
  void putsTheHeirInTheFormerOnesPlaceOnTheLists() {
    GroupResult group =
        new GroupResult(
            "street",
            List.of(new Row("a", "甲", valid(2), null, null, null, null)),
            valid(2),
            null,
            null,
            false,
            List.of(
                new ListEntry("governance", "a", List.of("0102")),
                new ListEntry("governance", "d", List.of("0301"))));

    GroupResult later = SINCE.inherited(group, WEIGHTS, 1);

    assertThat(later.lists())
        .containsExactly(new ListEntry("governance", "c", List.of("0102", "0301")));
    assertThat(later.rows()).extracting(Row::unit).contains("c");
  }

  private static Counts valid(long n) {
    return new Counts(n, 0, 0, n, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
