package city.whistle.workers.assessment.figure;

import static city.whistle.workers.assessment.figure.Answers.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {

  @ParameterizedTest
  @CsvSource({
    "true,  settled, satisfied, 100.0",
    "true,  settled, basically, 96.0",
    "true,  settled, not,       60.0",
    "true,  partly,  satisfied, 50.0",
    "false, settled, satisfied, 90.0",
    "true,  not,     not,       10.0",
    "false, not,     not,       0.0",
  })
  void scoresOneCaseByWhatItsResidentSaid(
      boolean contacted, String settled, String satisfied, String points) {
    Counts one = Answers.of(1, contacted, settled, satisfied);

    assertThat(WEIGHTS.score(one).points(1))
        .hasValueSatisfying(p -> assertThat(p).hasToString(points));
  }

  @Test
  void scoresManyCasesByTheirMean() {
    Counts counts =
        Answers.good(1).plus(Answers.of(1, true, "settled", "basically")).plus(Answers.bad(1));

    assertThat(WEIGHTS.score(counts).points(1))
        .hasValueSatisfying(p -> assertThat(p).hasToString("65.3"));
  }

  @Test
  void countsHalfSettledAsNotSettled() {
    assertThat(WEIGHTS.settledRate(Answers.of(2, true, "partly", "not")))
        .isEqualTo(new Ratio(0, 2));
  }

  @Test
  void countsBasicallySatisfiedByItsFactor() {
    Counts counts = Answers.of(10, true, "settled", "basically");

    assertThat(WEIGHTS.satisfiedRate(counts).points(1))
        .hasValueSatisfying(p -> assertThat(p).hasToString("90.0"));
  }

  @Test
  void givesNoScoreWhereNobodyAnswered() {
    assertThat(WEIGHTS.score(Counts.NONE).points(1)).isEmpty();
    assertThat(WEIGHTS.satisfiedRate(Counts.NONE).points(1)).isEmpty();
  }

  @Test
  void knowsTheSpreadOfCasesFromTheirSumsAlone() {
    Counts counts =
        Answers.of(3, true, "settled", "satisfied")
            .plus(Answers.of(2, true, "partly", "basically"))
            .plus(Answers.of(4, false, "settled", "basically"))
            .plus(Answers.of(1, false, "not", "satisfied"));
    double[] values = {1, 1, 1, .46, .46, .86, .86, .86, .86, .4};

    double sum = Arrays.stream(values).sum();
    double squares = Arrays.stream(values).map(v -> v * v).sum();
    Estimate byHand = Estimate.ofValues(values.length, sum, squares);
    assertThat(WEIGHTS.scoreEstimate(counts).mean()).isCloseTo(byHand.mean(), within());
    assertThat(WEIGHTS.scoreEstimate(counts).standardError())
        .isCloseTo(byHand.standardError(), within());
  }

  @Test
  void mustAddUpToTheWhole() {
    assertThatThrownBy(() -> new Weights(10, 50, 50, 900)).hasMessageContaining("add up to 100");
    assertThatThrownBy(() -> new Weights(-10, 60, 50, 900)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> new Weights(10, 50, 40, 1001)).hasMessageContaining("thousandths");
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-12);
  }
}
