package city.whistle.workers.processes;

import java.util.stream.Stream;

class IntakeClassificationTest extends DecisionTableTest {

  IntakeClassificationTest() {
    super("intake-classification");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.of(
        inquiry(
            "An emergency goes before everything else",
            "{emergency: true, unlawful: true, secret: true, repeatOf: 'BJ-1'}",
            "Emergency",
            "'emergency'"),
        inquiry(
            "An unlawful request is refused before its secrecy is weighed",
            "{unlawful: true, secret: true, legalChannel: true}",
            "Unlawful",
            "'unlawful'"),
        inquiry(
            "A matter of secrets or privacy isn't dispatched",
            "{secret: true, legalChannel: true}",
            "Secret",
            "'secret'"),
        inquiry(
            "A matter of a court is told its channel",
            "{legalChannel: true, repeatOf: 'BJ-1'}",
            "LegalChannel",
            "'legalChannel'"),
        inquiry(
            "The same matter again is linked to the running case",
            "{repeatOf: 'BJ-1', beyondDuty: true}",
            "Repeat",
            "'repeat'"),
        inquiry(
            "A matter of no unit's duty is shown other ways",
            "{beyondDuty: true}",
            "BeyondDuty",
            "'beyondDuty'"),
        inquiry("An inquiry is answered at once", "{}", "Answer", "'answer'"),
        new Sample(
            "A complaint is dispatched",
            "{case: {kind: 'complaint'}, signals: {emergency: false, repeatOf: null}}",
            "Dispatch",
            "'dispatch'"),
        new Sample(
            "There is always an answer: what shows no sign is dispatched",
            "{}",
            "Dispatch",
            "'dispatch'"));
  }

  private static Sample inquiry(String sentence, String signals, String rule, String output) {
    return new Sample(
        sentence, "{case: {kind: 'inquiry'}, signals: %s}".formatted(signals), rule, output);
  }
}
