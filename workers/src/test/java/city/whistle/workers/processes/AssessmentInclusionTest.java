package city.whistle.workers.processes;

import java.util.stream.Stream;

class AssessmentInclusionTest extends DecisionTableTest {

  AssessmentInclusionTest() {
    super("assessment-inclusion");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        new Sample(
            "A withdrawn case is left out",
            "{verdict: 'withdrawn'}",
            "Withdrawn",
            "{included: false, reason: 'withdrawn'}"),
        new Sample(
            "A withdrawn case is left out though the resident once answered",
            "{verdict: 'withdrawn', answer: {answered: true}}",
            "Withdrawn",
            "{included: false, reason: 'withdrawn'}"),
        new Sample(
            "A case whose resident can't be reached is left out",
            "{verdict: 'close', answer: {answered: false}}",
            "NoValidCallback",
            "{included: false, reason: 'noValidCallback'}"),
        new Sample(
            "A case with a valid callback counts",
            "{verdict: 'close', answer: {answered: true}}",
            "ValidCallback",
            "{included: true, reason: 'validCallback'}"),
        new Sample(
            "There is always an answer: nothing known is no valid callback",
            "{}",
            "NoValidCallback",
            "{included: false, reason: 'noValidCallback'}"));
  }
}
