package city.whistle.workers.lives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.casefile.CaseFile;
import io.camunda.client.api.search.response.UserTask;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.ResultActions;

/** What can't be is refused when it is asked for; what is refused later is said to who asked. */
class RefusalsTest extends LifeTest {

  private static final String EXTENSION =
      "{outcome: 'extension', extensionRequest: {days: 2, reason: '等待招标', residentTold: true}}";

  @Test
  void takesNoRequestForOneExtensionTooMany() {
    CaseFile file = inHand();
    extended(file);
    extended(file);

    assertThatThrownBy(() -> staff.complete(file, "HandleCase", EXTENSION))
        .hasMessageContaining("最多延期 2 次")
        .hasMessageContaining("at most 2 times");
    assertThat(staff.open(file)).contains("HandleCase").doesNotContain("ApproveExtension");
  }

  /** A process that was begun anew knows of those before. */
  @Test
  void countsExtensionsOverANewStart() throws Exception {
    CaseFile file = inHand();
    extended(file);
    extended(file);
    client.newCancelInstanceCommand(now(file).processInstanceKey()).send().join();
    staff.quiet();
    ask("/api/cases/" + file.number() + "/restart", "{\"officer\": \"s-1\", \"reason\": \"误撤\"}")
        .andExpect(status().is2xxSuccessful());
    staff.quiet();
    signed(file);

    assertThatThrownBy(() -> staff.complete(file, "HandleCase", EXTENSION))
        .hasMessageContaining("最多延期 2 次");
  }

  @Test
  void takesNoRequestForAnExtensionOfAPassedLimit() {
    CaseFile file = inHand();
    pass(Duration.ofDays(16));

    assertThatThrownBy(() -> staff.complete(file, "HandleCase", EXTENSION))
        .hasMessageContaining("时限已过")
        .hasMessageContaining("has passed");
  }

  @Test
  void approvesNoExtensionAfterTheLimit() {
    CaseFile file = inHand();
    staff.complete(file, "HandleCase", EXTENSION);
    pass(Duration.ofDays(16));

    assertThatThrownBy(() -> staff.complete(file, "ApproveExtension", "{extensionApproved: true}"))
        .hasMessageContaining("时限已过")
        .hasMessageContaining("has passed");

    staff.complete(file, "ApproveExtension", "{extensionApproved: false, extensionNote: '时限已过'}");
    assertThat(now(file).limits()).isEqualTo(file.limits());
  }

  /** However the engine's clock is set, nobody waits for it. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "", "a b"})
  void givesATaskBackWhileTheClockIsPinned(String name) throws Exception {
    CaseFile file = complained();
    UserTask task = staff.task(file, "SignCase");
    clock(
        "PUT",
        "/v2/clock",
        "{\"timestamp\": %d}".formatted(staff.now().toInstant().toEpochMilli()));
    try {
      assertThatThrownBy(
              () ->
                  client
                      .newCompleteUserTaskCommand(task.getUserTaskKey())
                      .variables(Map.of(name, 1))
                      .send()
                      .join())
          .hasMessageContaining("denied by a task listener");
    } finally {
      clock("POST", "/v2/clock/reset", "");
    }
    assertOpen(file, "SignCase");
  }

  /** As where it became wrong between the request and its turn. */
  @Test
  void saysToWhoAskedWhatWasRefusedLate() {
    CaseFile file = inHand();
    extended(file);
    extended(file);
    client
        .newSetVariablesCommand(file.processInstanceKey())
        .variables(Map.of("extensions", 0))
        .send()
        .join();
    staff.complete(file, "HandleCase", EXTENSION);
    staff.complete(file, "ApproveExtension", "{extensionApproved: true}");

    assertThat(lines(file, "RequestRefused")).containsExactly("本单最多延期 2 次，已经用完");
    assertThat(told(file)).contains("unit:110102009 requestRefused");
    assertThat(staff.shown(file, "HandleCase", "refusal")).contains("最多延期 2 次");
  }

  @Test
  void saysThatNothingSuspendsACaseOfHours() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    staff.complete(file, "ConsultDispatch", "{unitCode: '110102009', level: '24h'}");
    signed(file);
    staff.complete(
        file,
        "HandleCase",
        "{outcome: 'suspension', suspensionRequest: {cause: 'season', reason: '冬季停工', residentTold: true}}");

    assertThat(lines(file, "RequestRefused")).containsExactly("该事由或时限等级不能挂账");
    assertThat(told(file)).contains("unit:110102009 requestRefused");
    assertThat(staff.shown(file, "HandleCase", "suspension")).contains("不能挂账");
  }

  @Test
  void takesNoWhistleOfWhoIsNoSubDistrict() {
    CaseFile file = complained(body -> body.remove("categoryCode"));
    staff.complete(file, "ConsultDispatch", "{unitCode: 'water', level: '7d'}");
    signed(file);

    String whistle =
        """
        {outcome: 'whistle', whistleRequest:
          {kind: 'publicDemand', reason: '供水', place: '展览路', units: ['drainage']}}
        """;
    assertThatThrownBy(() -> staff.complete(file, "HandleCase", whistle))
        .hasMessageContaining("只有街道、乡镇可以吹哨")
        .hasMessageContaining("for a sub-district or township alone");
    assertThat(lines(file, "RequestRefused")).isEmpty();
  }

  @Test
  void callsAUnitMoreToAWhistleOnce() throws Exception {
    CaseFile file = inHand();
    staff.complete(
        file,
        "HandleCase",
        """
        {outcome: 'whistle', whistleRequest:
          {kind: 'publicDemand', reason: '供电', place: '展览路街道办', units: ['drainage']}}
        """);
    String units = "/api/whistles/%s/units".formatted(whistleOf(file));

    ask(units, "{\"unitCode\": \"water\"}").andExpect(status().isAccepted());
    ask(units, "{\"unitCode\": \"water\"}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].message", containsString("is summoned already")));

    staff.complete(file, "ApproveWhistle", "{approved: true}");
    assertThat(staff.open(file)).filteredOn("SignSummons"::equals).hasSize(2);
  }

  @Test
  void asksNobodyWhereNoCoHandlerIsNamed() {
    CaseFile file = inHand();

    assertThatThrownBy(
            () -> staff.complete(file, "HandleCase", "{outcome: 'coHandlers', coHandlers: []}"))
        .hasMessageContaining("至少填一个协办单位")
        .hasMessageContaining("at least one unit");
  }

  /** As a client sends it that fills in every variable of the form. */
  @Test
  void takesAnEmptyListWhereNothingIsAsked() {
    CaseFile file = inHand();

    staff.complete(file, "HandleCase", "{outcome: 'settled', coHandlers: []}");

    assertOpen(file, "ReplyResident");
  }

  private static void clock(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EngineUnderTest.get().restAddress().resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
  }

  private void extended(CaseFile file) {
    staff.complete(file, "HandleCase", EXTENSION);
    staff.complete(file, "ApproveExtension", "{extensionApproved: true}");
  }

  private String whistleOf(CaseFile file) {
    return jdbc.sql("select number from registry.whistle where case_id = ?")
        .param(file.id())
        .query(String.class)
        .single();
  }

  private ResultActions ask(String path, String body) throws Exception {
    return http.perform(
        post(path).header("X-API-Key", HOTLINE_KEY).contentType("application/json").content(body));
  }
}
