package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends a suspension, the case's clocks run again, and are said to run again once. */
class SuspensionEndsTest extends LifeTest {

  private static final String ANSWER =
      "{answered: true, contacted: true, settled: '%s', satisfied: '%s'%s}";
  private static final String OBJECTION =
      "{outcome: 'objection', objectionRequest: {reason: '不在辖区'}}";
  private static final String UPHELD = "{upheld: true, unitCode: 'xicheng-power', level: '15d'}";
  private static final TemporalUnitOffset A_MOMENT = within(1, ChronoUnit.MINUTES);
  private static final Duration SUSPENDED = Duration.ofDays(20);

  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void runsTheClocksAgainOnce(String name, boolean late, End end) throws Exception {
    CaseFile file = inHand();
    if (late) {
      pass(Duration.ofDays(16));
    }
    suspended(file);
    OffsetDateTime before = now(file).limits().settleBy();
    pass(SUSPENDED);

    end.come(this, file);

    assertRunOnce(file);
    assertThat(now(file).limits().settleBy()).isAfter(before);
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of("review", false, (End) (life, file) -> life.reviewed(file)),
        Arguments.of("its longest time", false, (End) (life, file) -> life.monthsPass()),
        Arguments.of("reply", false, (End) LifeTest::replied),
        Arguments.of("reply beside the callback", true, (End) LifeTest::replied),
        Arguments.of("restart", false, (End) (life, file) -> life.begunAnew(file)),
        Arguments.of("withdrawal", false, (End) (life, file) -> life.wish(file, "withdraw")),
        Arguments.of("closing", true, (End) (life, file) -> life.answers(file, "settled")),
        Arguments.of("redo", true, (End) (life, file) -> life.answers(file, "not")));
  }

  @Test
  void runsThemAgainOnceForAnotherOwner() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", OBJECTION);
    suspended(file);
    pass(Duration.ofHours(2));
    staff.complete(file, "ReviewObjection", UPHELD);

    assertRunOnce(file);
    assertThat(now(file).owner().code()).isEqualTo("xicheng-power");
  }

  /** What stood still in one round doesn't in the next. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("nextRounds")
  void runsTheClocksOfTheNextRound(String name, boolean late, End end) throws Exception {
    CaseFile file = inHand();
    if (late) {
      pass(Duration.ofDays(16));
    }
    suspended(file);
    end.come(this, file);
    int before = lines(file, "LimitPassed").size();

    pass(Duration.ofDays(16));

    assertThat(lines(file, "LimitPassed")).hasSize(before + 1);
  }

  static Stream<Arguments> nextRounds() {
    return Stream.of(
        Arguments.of("redo at the limit", true, (End) (life, file) -> life.answers(file, "not")),
        Arguments.of(
            "redo after a reply",
            false,
            (End)
                (life, file) -> {
                  life.replied(file);
                  life.answers(file, "not");
                }),
        Arguments.of(
            "another owner",
            false,
            (End)
                (life, file) -> {
                  life.staff.complete(file, "HandleCase", OBJECTION);
                  life.staff.complete(file, "ReviewObjection", UPHELD);
                }));
  }

  @ParameterizedTest(name = "beside the callback: {0}")
  @ValueSource(booleans = {false, true})
  void leavesNothingToReviewOnceTheCaseIsRepliedTo(boolean late) {
    CaseFile file = inHand();
    if (late) {
      pass(Duration.ofDays(16));
    }
    suspended(file);
    assertThat(staff.open(file)).contains("ReviewSuspension");

    replied(file);

    assertThat(staff.open(file)).contains("CallResident").doesNotContain("ReviewSuspension");
  }

  /** The owner has what was left, and the resident's promise moves as far. */
  @Test
  void movesLimitAndPromiseWithAReply() {
    CaseFile file = inHand();
    OffsetDateTime before = file.limits().settleBy();
    suspended(file);
    pass(SUSPENDED);
    replied(file);

    assertThat(now(file).limits().settleBy()).isCloseTo(before.plus(SUSPENDED), A_MOMENT);
    assertThat(now(file).promise().answerBy()).isEqualTo(now(file).limits().settleBy());
    assertThat(told(file)).contains("hotline caseResumed");
  }

  @Test
  void givesTheOwnersTaskNoDueDateWhileTheClocksStandStill() throws Exception {
    CaseFile file = inHand();
    look();
    suspended(file);
    look();
    assertThat(dueOf(file)).isNull();

    pass(SUSPENDED);
    reviewed(file);
    look();

    assertThat(dueOf(file)).isAtSameInstantAs(now(file).limits().settleBy());
  }

  private void assertRunOnce(CaseFile file) {
    assertThat(lines(file, "ClocksSuspended")).hasSize(1);
    assertThat(lines(file, "ClocksResumed")).hasSize(1);
    assertThat(now(file).status()).isNotEqualTo(CaseStatus.SUSPENDED);
    assertThat(openSuspensions(file)).isZero();
  }

  private OffsetDateTime dueOf(CaseFile file) {
    UserTask task = staff.task(file, "HandleCase");
    return task.getDueDate();
  }

  private void suspended(CaseFile file) {
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");
    staff.complete(file, "ApproveSuspension", "{suspensionApproved: true}");
    assertThat(now(file).status()).isEqualTo(CaseStatus.SUSPENDED);
  }

  private void reviewed(CaseFile file) {
    staff.complete(file, "ReviewSuspension", "{suspensionReview: {outcome: 'ends', note: '已复工'}}");
  }

  private void monthsPass() {
    for (int month = 0; month < 6; month++) {
      pass(Duration.ofDays(31));
    }
  }

  private void answers(CaseFile file, String settled) {
    boolean good = settled.equals("settled");
    staff.complete(
        file,
        "CallResident",
        ANSWER.formatted(settled, good ? "satisfied" : "not", good ? "" : ", comment: '仍未通电'"));
  }

  private void begunAnew(CaseFile file) throws Exception {
    client.newCancelInstanceCommand(now(file).processInstanceKey()).send().join();
    staff.quiet();
    http.perform(
            post("/api/cases/" + file.number() + "/restart")
                .header("X-API-Key", HOTLINE_KEY)
                .contentType("application/json")
                .content("{\"officer\": \"supervisor-1\", \"reason\": \"误撤\"}"))
        .andExpect(status().is2xxSuccessful());
    staff.quiet();
  }

  private int openSuspensions(CaseFile file) {
    return jdbc.sql(
            "select count(*) from registry.suspension where case_id = ? and resumed_at is null")
        .param(file.id())
        .query(Integer.class)
        .single();
  }

  private interface End {
    void come(SuspensionEndsTest life, CaseFile file) throws Exception;
  }
}
