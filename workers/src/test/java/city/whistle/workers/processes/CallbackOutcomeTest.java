package city.whistle.workers.processes;

import java.util.stream.Stream;

class CallbackOutcomeTest extends DecisionTableTest {

  CallbackOutcomeTest() {
    super("callback-outcome");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        sample(
            "A case without a valid callback is closed",
            "{answered: false}",
            1,
            "NoAnswer",
            "'close'"),
        sample(
            "A settled case is closed",
            "{answered: true, settled: 'settled'}",
            1,
            "Settled",
            "'close'"),
        sample(
            "A case settled in the last round is closed",
            "{answered: true, settled: 'settled'}",
            3,
            "Settled",
            "'close'"),
        sample(
            "A case that is not settled is done again",
            "{answered: true, settled: 'not'}",
            1,
            "NotSettled",
            "'redo'"),
        sample(
            "A partly settled case is done again in the last round but one",
            "{answered: true, settled: 'partly'}",
            2,
            "NotSettled",
            "'redo'"),
        sample(
            "A case that is not settled in the last round is closed as it is",
            "{answered: true, settled: 'not'}",
            3,
            "RoundsUsed",
            "'close'"),
        unmatched(
            "Without a round nothing is decided about an unsettled case",
            "{answer: {answered: true, settled: 'not'}, maxRounds: 3}"));
  }

  private static Sample sample(
      String sentence, String answer, int round, String rule, String output) {
    return new Sample(
        sentence, "{answer: %s, round: %d, maxRounds: 3}".formatted(answer, round), rule, output);
  }
}
