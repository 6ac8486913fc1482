package city.whistle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void readsWhatAnotherProgramWrote() {
    Outcome outcome = new Outcome(List.of(new Round(3, SECOND, 5, 9)), 7, 6);

    assertThat(Report.read(Report.lines(outcome))).isEqualTo(outcome);
  }

  @Test
  void refusesLinesWithoutTotal() {
    assertThatThrownBy(() -> Report.read(List.of("round 3 1 5 9")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no total");
  }

  @Test
  void takesQuantilesOfAllInstances() {
    Round round = Round.of(LongStream.rangeClosed(1, 200).toArray(), SECOND / 2);

    assertThat(round).isEqualTo(new Round(200, SECOND / 2, 100, 198));
    assertThat(round.perSecond()).isEqualTo(400);
  }

  @Test
  void tellsTheMiddleOfTheRounds() {
    Outcome outcome =
        new Outcome(
            List.of(
                new Round(100, SECOND, 1_000_000, 9_000_000),
                new Round(300, SECOND, 3_000_000, 7_000_000),
                new Round(200, SECOND, 2_000_000, 8_000_000)),
            600,
            600);

    assertThat(Report.line("over gRPC", outcome))
        .matches("over gRPC +200 +2\\.0 +8\\.0 +100  300  200");
  }
}
