package city.whistle.workers.processes;

import java.util.stream.Stream;

class SupervisionLevelTest extends DecisionTableTest {

  private static final String REMIND = "'remind'";
  private static final String SUPERVISE = "'supervise'";
  private static final String INTERVIEW = "'interview'";

  SupervisionLevelTest() {
    super("supervision-level");
  }

  @Override
  Stream<Sample> samples() {
    return Stream.concat(causesOfTheCase(), causesOfPeople());
  }

  private static Stream<Sample> causesOfTheCase() {
    return Stream.of(
        new Sample("A late signature is reminded of", cause("signOverdue"), "FirstSteps", REMIND),
        new Sample("A late contact is reminded of", cause("contactOverdue"), "FirstSteps", REMIND),
        new Sample("A second round starts with a reminder", round("redo", 2), "Redo", REMIND),
        new Sample("A third round is supervised", round("redo", 3), "RedoAgain", SUPERVISE),
        new Sample(
            "A limit passed is supervised", round("limitPassed", 1), "LimitPassed", SUPERVISE),
        new Sample(
            "A limit passed counts as the first without a round",
            cause("limitPassed"),
            "LimitPassed",
            SUPERVISE),
        new Sample(
            "A limit passed in a further round leads to an interview",
            round("limitPassed", 2),
            "LimitPassedAgain",
            INTERVIEW));
  }

  private static Stream<Sample> causesOfPeople() {
    return Stream.of(
        new Sample("A case urged twice is reminded of", count("urged", 2), "Urged", REMIND),
        new Sample(
            "A case urged three times is supervised", count("urged", 3), "UrgedOften", SUPERVISE),
        new Sample("A unit that stays away is supervised", cause("absence"), "Absence", SUPERVISE),
        new Sample(
            "A unit that stays away again is interviewed",
            count("absence", 2),
            "AbsenceAgain",
            INTERVIEW),
        new Sample(
            "A late co-handler is reminded", cause("coHandleOverdue"), "CoHandleOverdue", REMIND),
        new Sample("A late review is reminded of", cause("reviewOverdue"), "ReviewOverdue", REMIND),
        new Sample(
            "A task that nobody did is supervised",
            count("taskOverdue", 2),
            "TaskOverdue",
            SUPERVISE),
        new Sample(
            "A task that nobody did for long leads to an interview",
            count("taskOverdue", 3),
            "TaskOverdueAgain",
            INTERVIEW),
        new Sample("What people raise is supervised", cause("manual"), "Manual", SUPERVISE),
        unmatched("An unknown cause has no level", cause("weather")));
  }

  private static String cause(String cause) {
    return "{cause: '%s'}".formatted(cause);
  }

  private static String round(String cause, int round) {
    return "{cause: '%s', round: %d}".formatted(cause, round);
  }

  private static String count(String cause, int count) {
    return "{cause: '%s', count: %d}".formatted(cause, count);
  }
}
