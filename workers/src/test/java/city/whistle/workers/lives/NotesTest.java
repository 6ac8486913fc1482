package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What supervisors and reviewers write is read by whoever acts next. */
class NotesTest extends LifeTest {

  private static final String OBJECTION =
      "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}";

  @Test
  void tellsWhoCallsBackThatTheOwnerRepliedAndHow() {
    CaseFile file = inHand();

    replied(file);

    assertThat(staff.shown(file, "CallResident", "feedback")).contains("\"phone\"", "\"round\":1");
  }

  @Test
  void handsTheDispatchersWordsToTheNewOwner() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", OBJECTION);
    staff.complete(
        file,
        "ReviewObjection",
        "{upheld: true, unitCode: 'xicheng-power', level: '7d', handoverNote: '先与物业联系'}");

    assertThat(staff.open(file)).containsExactly("SignCase");
    assertThat(seen(file, "SignCase", "objection")).anyMatch(value -> value.contains("先与物业联系"));
  }

  @Test
  void tellsTheOwnerWhyItsObjectionWasDismissed() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", OBJECTION);
    staff.complete(file, "ReviewObjection", "{upheld: false, reviewNote: '属地街道负责'}");

    assertThat(seen(file, "HandleCase", "objection")).anyMatch(value -> value.contains("属地街道负责"));
  }

  @Test
  void showsTheSupervisorsWordToWhomItIsSaid() {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");
    look();
    pass(Duration.ofDays(1));
    staff.complete(file, "Supervise", "{supervisionNote: '今日审批'}");

    assertThat(seen(file, "ApproveSuspension", "instructions")).contains("\"今日审批\"");
  }

  @Test
  void showsASummonedUnitWhatIsAskedOfIt() {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        """
        {outcome: 'whistle', whistleRequest:
          {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['heat']}}
        """);
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    pass(Duration.ofHours(6));
    staff.complete(file, "Supervise", "{supervisionNote: '立即签收'}");

    assertThat(seen(file, "SignSummons", "instructions")).contains("\"立即签收\"");
  }

  @Test
  void writesDownWhatTheOwnerSent() {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        """
        {outcome: 'coHandlers', coHandlers:
          [{unitCode: 'water', what: '关阀,找赵样例 13800000101', dueWithin: 'PT8H'}]}
        """);

    assertThat(newest(details(file, "HandleCase")))
        .contains("\"what\":\"关阀", "\"dueWithin\":\"PT8H\"", "\"units\":{\"water\":\"")
        .doesNotContain("13800000101");

    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'extension', extensionRequest: {days: 2, reason: '等待招标', residentTold: true}}");

    assertThat(newest(details(file, "HandleCase")))
        .contains("\"extensionRequest.days\":2", "\"extensionRequest.reason\":\"等待招标\"")
        .doesNotContain("coHandlers");
  }

  @Test
  void keepsTheWordsToTheResidentInTheVault() {
    CaseFile file = inHand();
    replied(file);

    assertThat(newest(details(file, "ReplyResident")))
        .contains("\"reply.channel\":\"phone\"")
        .doesNotContain("已通电");
  }

  private static String newest(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  /** Values of the variable in the task's process instance, as its form sees them. */
  private List<String> seen(CaseFile file, String element, String name) {
    long instance = staff.task(file, element).getProcessInstanceKey();
    return client
        .newVariableSearchRequest()
        .filter(variable -> variable.processInstanceKey(instance).name(name))
        .withFullValues()
        .send()
        .join()
        .items()
        .stream()
        .map(Variable::getValue)
        .toList();
  }
}
