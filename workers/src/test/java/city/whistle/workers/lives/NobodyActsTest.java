package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.burst.Bursts;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.processes.ModelFiles;
import io.camunda.client.api.search.enums.UserTaskState;
import java.time.Duration;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Weeks in which nobody does anything: every kind of task is supervised, again and again. */
class NobodyActsTest extends LifeTest {

  /** They belong to a month, of which the first stands for all. */
  private static final Set<String> OF_THE_ASSESSMENT =
      Set.of("CheckRates", "DecideAppeal", "DecideExclusion");

  private static final String OF_A_BURST = "AssessMatter";

  /** They belong to a month's theme, which the end of the month closes. */
  private static final Set<String> OF_THE_THEME =
      Set.of("ChooseThemes", "WorkOnTheme", "ReviewTheme");

  /** Why the model supervises what the watch counts up in. */
  private static final Map<String, String> BY_THE_MODEL =
      Map.of(
          "HandleCase", "limitPassed",
          "ReplyResident", "limitPassed",
          "CoHandle", "coHandleOverdue",
          "SignSummons", "absence",
          "ReportOnSite", "absence");

  /** They belong to a lane, of which its own process and its sub-district's leaders see to it. */
  private static final Set<String> OF_LANES = Set.of("AssessPatrol", "JudgeWork");

  /** The longest limit of a task is thirty days; then it is watched from a week later on. */
  private static final int STEPS = 23;

  /** Steps leave a case with at most two tasks of one element, each of which is missed once. */
  private static final Duration STEP = Duration.ofDays(2);

  private static final String WHISTLE =
      """
      {outcome: 'whistle', whistleRequest:
        {kind: '%s', reason: '供电', place: '展览路街道办', units: ['xicheng-power']}}
      """;

  @Autowired private Bursts bursts;

  private final Map<String, CaseFile> waiting = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> noTaskWaitsInSilence() {
    beforeTheDispatch();
    withTheOwner();
    besideTheOwner();
    withAWhistle();
    withAMonthsFigures();
    withABurst();
    for (int step = 0; step < STEPS; step++) {
      pass(STEP);
    }
    assertThat(waiting.keySet()).isEqualTo(modelled());
    return Stream.concat(
        Stream.of("CheckRates", OF_A_BURST)
            .map(task -> DynamicTest.dynamicTest(task, () -> isWatchedWithoutACase(task))),
        waiting.entrySet().stream()
            .map(
                entry ->
                    DynamicTest.dynamicTest(
                        entry.getKey(), () -> isWatched(entry.getKey(), entry.getValue()))));
  }

  private void withAMonthsFigures() {
    client
        .newCreateInstanceCommand()
        .bpmnProcessId("monthly-assessment")
        .latestVersion()
        .variable("month", YearMonth.from(staff.now()).minusMonths(1).toString())
        .send()
        .join();
    staff.quiet();
  }

  /** So many cases of one kind in one street within the hour are one. */
  private void withABurst() {
    bursts.look();
    staff.quiet();
  }

  /** It belongs to no case, and is watched all the same. */
  private void isWatchedWithoutACase(String element) {
    assertThat(
            jdbc.sql(
                    "select max(count) from registry.supervision where assessment_id is not null"
                        + " and task = ? and recorded_at is null")
                .param(element)
                .query(Integer.class)
                .single())
        .isBetween(2, 2 * STEPS);
    assertThat(
            client
                .newUserTaskSearchRequest()
                .filter(
                    task ->
                        task.bpmnProcessId("supervision")
                            .state(UserTaskState.CREATED)
                            .processInstanceVariables(
                                List.of(
                                    variable ->
                                        variable
                                            .name("overdueTask")
                                            .value(value -> value.eq("\"" + element + "\"")))))
                .send()
                .join()
                .items())
        .isNotEmpty()
        .allSatisfy(
            task -> assertThat(task.getCandidateGroups()).containsExactly("supervisor-lead"));
  }

  private void isWatched(String element, CaseFile file) {
    assertThat(lines(file, "TaskOverdue").stream().filter(element::equals).count())
        .as("times overdue")
        .isBetween(2L, 2L * STEPS);
    assertThat(supervisions(file, element))
        .as("one supervision, counted up until the matter ended")
        .singleElement()
        .satisfies(count -> assertThat((int) count).isBetween(2, 2 * STEPS));
    assertThat(groupsOfSupervision(file)).contains(escalatedTo(element));
  }

  private List<Integer> supervisions(CaseFile file, String element) {
    return jdbc.sql(
            """
            select s.count from registry.supervision s left join registry.whistle w on w.id = s.whistle_id
            where (s.case_id = :case or w.case_id = :case) and (task = :task or cause = :cause)
              and (recorded_at is null or matter_ended)\
            """)
        .param("case", file.id())
        .param("task", element)
        .param("cause", BY_THE_MODEL.getOrDefault(element, ""))
        .query(Integer.class)
        .list();
  }

  private List<String> groupsOfSupervision(CaseFile file) {
    return client
        .newUserTaskSearchRequest()
        .filter(
            task ->
                task.bpmnProcessId("supervision")
                    .processInstanceVariables(
                        List.of(
                            variable ->
                                variable
                                    .name("caseId")
                                    .value(value -> value.eq("\"" + file.id() + "\"")))))
        .page(page -> page.limit(200))
        .send()
        .join()
        .items()
        .stream()
        .flatMap(task -> task.getCandidateGroups().stream())
        .toList();
  }

  private String escalatedTo(String element) {
    String to =
        jdbc.sql("select escalate_to from registry.task_limit where element = ?")
            .param(element)
            .query(String.class)
            .single();
    boolean ofTheCity = element.equals("CoHandle");
    return switch (to) {
      case "district" -> ofTheCity ? "supervisor" : DISTRICT;
      case "above" -> "supervisor-lead";
      default -> to;
    };
  }

  private void beforeTheDispatch() {
    waiting.put("AnswerInquiry", complained(body -> body.put("kind", "inquiry")));
    waiting.put(
        "ReplyWithoutDispatch",
        complained(body -> body.putObject("signals").put("legalChannel", true)));
    waiting.put("ConsultDispatch", complained(body -> body.remove("categoryCode")));
  }

  private void withTheOwner() {
    waiting.put("SignCase", complained());
    CaseFile signed = complained();
    staff.complete(signed, "SignCase", "{}");
    waiting.put("ContactResident", signed);
    waiting.put("HandleCase", inHand());
    CaseFile settled = inHand();
    staff.complete(settled, "HandleCase", "{outcome: 'settled'}");
    waiting.put("ReplyResident", settled);
    CaseFile replied = inHand();
    replied(replied);
    waiting.put("CallResident", replied);
    CaseFile secondRound = inHand();
    replied(secondRound);
    staff.complete(
        secondRound,
        "CallResident",
        "{answered: true, contacted: true, settled: 'not', satisfied: 'not'}");
    waiting.put("Interview", secondRound);
    waiting.put("Supervise", waiting.get("ConsultDispatch"));
  }

  private void besideTheOwner() {
    waiting.put(
        "CoHandle",
        handled(
            "{outcome: 'coHandlers', coHandlers: [{unitCode: 'housing', what: '配合供电', dueWithin: 'P2D'}]}"));
    waiting.put("GiveOpinion", handled("{outcome: 'raise', opinionRequest: {question: '请区里协调'}}"));
    waiting.put(
        "ApproveExtension",
        handled(
            "{outcome: 'extension', extensionRequest: {days: 3, reason: '等待材料', residentTold: true}}"));
    waiting.put(
        "ReviewObjection", handled("{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}"));
    String suspension =
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}";
    waiting.put("ApproveSuspension", handled(suspension));
    CaseFile suspended = handled(suspension);
    staff.complete(suspended, "ApproveSuspension", "{suspensionApproved: true}");
    waiting.put("ReviewSuspension", suspended);
  }

  private CaseFile handled(String outcome) {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", outcome);
    return file;
  }

  private void withAWhistle() {
    waiting.put("ApproveWhistle", handled(WHISTLE.formatted("publicDemand")));
    CaseFile blown = blown();
    waiting.put("SignSummons", blown);
    waiting.put("HoldMeeting", blown);
    waiting.put("ReleaseUnits", blown);
    CaseFile signed = blown();
    staff.complete(signed, "SignSummons", "{}");
    waiting.put("ReportOnSite", signed);
    CaseFile met = blown();
    staff.complete(met, "SignSummons", "{}");
    staff.complete(met, "ReportOnSite", "{arrival: {place: '街道办', rank: 'leader', people: 2}}");
    waiting.put("DoPart", met);
    staff.complete(
        met,
        "HoldMeeting",
        """
        {meeting: {present: ['xicheng-power'], agreed: '通电',
          actions: [{what: '通电', unit: 'xicheng-power', due: '%s'}]}}
        """
            .formatted(staff.now().plusDays(5)));
    waiting.put("FollowActions", met);
    CaseFile urgent = handled(WHISTLE.formatted("emergency"));
    staff.complete(urgent, "ReleaseUnits", "{releaseConfirmed: true}");
    waiting.put("ApproveAfterwards", urgent);
    CaseFile released = blown();
    staff.complete(released, "ReleaseUnits", "{releaseConfirmed: true}");
    waiting.put("ScoreUnits", released);
    waiting.put("ScoreWhistle", released);
  }

  private CaseFile blown() {
    CaseFile file = handled(WHISTLE.formatted("publicDemand"));
    staff.complete(file, "ApproveWhistle", "{approved: true}");
    return file;
  }

  private static Set<String> modelled() {
    Set<String> tasks = new TreeSet<>();
    ModelFiles.processes()
        .forEach(
            process -> tasks.addAll(ModelFiles.userTasks("processes/%s.bpmn".formatted(process))));
    tasks.removeAll(OF_THE_ASSESSMENT);
    tasks.removeAll(OF_LANES);
    tasks.removeAll(OF_THE_THEME);
    tasks.remove(OF_A_BURST);
    return tasks;
  }
}
