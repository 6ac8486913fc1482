package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import city.whistle.workers.casefile.CaseFile;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives off the path: late, never, twice, and begun anew. */
class OddOrdersTest extends LifeTest {

  private static final String SUSPENSION =
      "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}";
  private static final String EXTENSION =
      "{outcome: 'extension', extensionRequest: {days: 2, reason: '等待招标', residentTold: true}}";
  private static final String OBJECTION =
      "{outcome: 'objection', objectionRequest: {reason: '不属本街道'}}";
  private static final String OPINION = "{outcome: 'raise', opinionRequest: {question: '由谁牵头'}}";
  private static final String CO_HANDLER =
      "{outcome: 'coHandlers', coHandlers: [{unitCode: 'housing', what: '到场', dueWithin: 'P2D'}]}";
  private static final String WHISTLE =
      """
      {outcome: 'whistle', whistleRequest:
        {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['%s']}}
      """;

  @Test
  void missesTheContactOfACaseThatNobodyEverSigned() {
    CaseFile file = complained();

    pass(Duration.ofDays(3));

    assertThat(causes(file)).contains("signOverdue", "contactOverdue");
    assertThat(lines(file, "TaskOverdue")).contains("SignCase");
  }

  /** Nor is a result lost that came before. */
  @Test
  void asksNoCoHandlerAgainUntilItHasAnswered() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", CO_HANDLER);

    assertThatThrownBy(() -> staff.complete(file, "HandleCase", CO_HANDLER))
        .hasMessageContaining("正在协办");

    staff.complete(file, "CoHandle", "{coResult: {result: 'done', reason: '已到场'}}");
    staff.complete(file, "HandleCase", CO_HANDLER);
    staff.complete(file, "CoHandle", "{coResult: {result: 'done', reason: '又到场'}}");
    assertThat(staff.shown(file, "HandleCase", "coResults")).contains("已到场", "又到场");
  }

  @Test
  void missesAUnitThatSignedLateAndNeverCame() {
    CaseFile file = blown("drainage");
    pass(Duration.ofHours(2));
    staff.complete(file, "SignSummons", "{}");

    pass(Duration.ofDays(4));

    assertThat(causes(file)).contains("absence");
  }

  @Test
  void resumesASuspensionThatNobodyReviewsAtItsEnd() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", SUSPENSION);
    staff.complete(file, "ApproveSuspension", "{suspensionApproved: true}");

    for (int month = 0; month < 13; month++) {
      pass(Duration.ofDays(31));
    }

    assertThat(now(file).status().wireName()).isEqualTo("dispatched");
    assertThat(told(file)).contains("unit:110102 reviewMissed", "resident caseResumed");
  }

  @Test
  void goesOnWhereItStoodAfterItsProcessWasCancelled() throws Exception {
    CaseFile file = inHand();
    pass(Duration.ofDays(16));
    client.newCancelInstanceCommand(now(file).processInstanceKey()).send().join();
    staff.quiet();
    restart(file);

    assertThat(now(file).owner()).isEqualTo(file.owner());
    assertThat(now(file).limits().settleBy()).isEqualTo(file.limits().settleBy());
    assertOpen(file, "SignCase");
    pass(Duration.ofDays(3));
    assertThat(staff.open(file)).contains("Supervise");
  }

  /** What was open of the cancelled process doesn't swallow what is raised anew. */
  @Test
  void supervisesAnewWhatWasBegunAnew() throws Exception {
    CaseFile file = complained();
    pass(Duration.ofDays(3));
    client.newCancelInstanceCommand(now(file).processInstanceKey()).send().join();
    staff.quiet();
    restart(file);

    pass(Duration.ofDays(3));

    assertThat(staff.open(file)).contains("Supervise", "SignCase");
  }

  @ParameterizedTest
  @MethodSource("requests")
  void asksForNothingThatIsBeingDecided(String first, String second) {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", first);
    List<String> open = staff.open(file);

    assertThatThrownBy(() -> staff.complete(file, "HandleCase", second))
        .hasMessageContaining("is being decided");
    assertThat(staff.open(file)).isEqualTo(open);
  }

  /** What is asked first, and what can't be asked beside it. */
  static Stream<Arguments> requests() {
    return Stream.of(
        arguments(SUSPENSION, SUSPENSION),
        arguments(EXTENSION, EXTENSION.replace("2", "9")),
        arguments(EXTENSION, SUSPENSION),
        arguments(SUSPENSION, EXTENSION),
        arguments(OBJECTION, OBJECTION),
        arguments(OPINION, OPINION));
  }

  private CaseFile blown(String unit) {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", WHISTLE.formatted(unit));
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    return file;
  }

  private List<String> causes(CaseFile file) {
    return jdbc.sql("select cause from registry.supervision where case_id = ?")
        .param(file.id())
        .query(String.class)
        .list();
  }
}
