package city.whistle.workers.processes;

import static io.camunda.process.test.api.CamundaAssert.assertThat;

import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CamundaProcessTest
class ComplaintIntakeTest extends ComplaintTest {

  private static final String REPLY =
      "{outcome: 'answered', reply: {text: '已说明', channel: 'phone'}}";

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          legalChannel | {legalChannel: true}
          repeat       | {repeatOf: 'BJ-0'}
          secret       | {secret: true}
          beyondDuty   | {beyondDuty: true}
          unlawful     | {unlawful: true}
          """)
  void repliesWithoutDispatch(String route, String signals) {
    workers.answer("case.register", StubAnswers.registered("complaint", signals));
    ProcessInstanceEvent complaint = complained();

    complete("ReplyWithoutDispatch", REPLY);

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("ReplyWithoutDispatch", "RecordReply", "CaseAnswered")
        .hasNotActivatedElements("DispatchCase")
        .hasVariable("route", route)
        .hasVariable("reply", null);
  }

  @Test
  void answersAnInquiryAtOnce() {
    ProcessInstanceEvent complaint = inquired();

    complete("AnswerInquiry", REPLY);

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("AnswerInquiry", "RecordReply", "CaseAnswered")
        .hasNotActivatedElements("ReplyWithoutDispatch", "DispatchCase")
        .hasVariable("route", "answer");
    Assertions.assertThat(workers.jobs("case.recordReply"))
        .extracting(job -> job.get("reply"))
        .containsExactly(Map.of("text", "已说明", "channel", "phone"));
  }

  @Test
  void asksAgainForAnAnswerWithoutText() {
    ProcessInstanceEvent complaint = inquired();

    complete("AnswerInquiry", "{outcome: 'answered', reply: {text: ' '}}");
    complete("AnswerInquiry", REPLY);

    assertThat(complaint).isCompleted().hasCompletedElement("AnswerInquiry", 2);
    Assertions.assertThat(workers.jobs("case.recordReply")).hasSize(1);
  }

  @Test
  void asksAgainForAnOutcomeThatNobodyOffers() {
    ProcessInstanceEvent complaint = inquired();

    complete("AnswerInquiry", "{outcome: 'closed', reply: {text: '已说明', channel: 'phone'}}");
    complete("AnswerInquiry", REPLY);

    assertThat(complaint).isCompleted().hasCompletedElement("AnswerInquiry", 2);
  }

  @Test
  void opensNoCaseForAnIntakeThatIsNone() {
    workers.failOnce("case.register", "INVALID_INTAKE");
    ProcessInstanceEvent complaint = start("complaint-case", "{intake: {title: '某小区王某某反映'}}");

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("IntakeRefused", "CaseNotOpened")
        .hasNotActivatedElements("ClassifyRequest")
        .hasVariable("refusal", refusal("INVALID_INTAKE"))
        .hasVariable("intake", null);
  }

  @Test
  void dispatchesAnInquiryThatTheAgentCannotAnswer() {
    ProcessInstanceEvent complaint = inquired();

    complete("AnswerInquiry", "{outcome: 'dispatch'}");

    assertThat(complaint)
        .hasCompletedElements("AnswerInquiry", "DecideDispatch", "DispatchCase")
        .hasActiveElements("SignCase")
        .hasNotActivatedElements("RecordReply");
  }

  @Test
  void transfersAnEmergencyAtOnce() {
    workers.answer("case.register", StubAnswers.registered("help", "{emergency: true}"));
    ProcessInstanceEvent complaint = complained();

    assertThat(complaint)
        .isCompleted()
        .hasCompletedElements("TransferEmergency", "RecordReply", "CaseAnswered")
        .hasNotActivatedElements("DispatchCase")
        .hasVariable("route", "emergency");
  }

  @Test
  void dispatchesAComplaintToTheStreetAndStartsItsClock() {
    ProcessInstanceEvent complaint = complained();

    assertThat(complaint)
        .hasCompletedElementsInOrder(
            "RegisterCase", "ClassifyRequest", "DecideDispatch", "DecideLimit", "DispatchCase")
        .hasActiveElements("SignCase", "LimitsChanged")
        .hasNotActivatedElements("ConsultDispatch")
        .hasVariable("owner", Json.members(StubAnswers.OWNER))
        .hasVariable("round", 1);
  }

  @Test
  void consultsWhereTheCatalogueNamesNoUnit() {
    workers.answer("case.register", unlisted());
    ProcessInstanceEvent complaint = complained();

    complete("ConsultDispatch", "{unitCode: 'gas', level: '24h'}");

    assertThat(complaint)
        .hasCompletedElementsInOrder("DecideDispatch", "ConsultDispatch", "DispatchCase")
        .hasVariableSatisfies("dispatch", Map.class, ComplaintIntakeTest::isConsulted)
        .hasVariableSatisfies(
            "timeLimit",
            Map.class,
            limit -> Assertions.assertThat(limit.get("settleWithin")).isEqualTo("PT24H"));
  }

  @Test
  void consultsAgainWhereTheUnitIsUnknown() {
    workers.failOnce("case.dispatch", "UNIT_NOT_FOUND");
    ProcessInstanceEvent complaint = complained();

    complete("ConsultDispatch", "{unitCode: 'gas', level: '7d'}");

    assertThat(complaint)
        .hasTerminatedElements("DispatchCase")
        .hasCompletedElements("UnitNotFound", "ConsultDispatch", "DispatchCase")
        .hasActiveElements("SignCase")
        .hasVariable("refusal", null);
  }

  private static void isConsulted(Map<?, ?> dispatch) {
    Assertions.assertThat(dispatch.get("unitCode")).isEqualTo("gas");
    Assertions.assertThat(dispatch.get("level")).isEqualTo("24h");
    Assertions.assertThat(dispatch.get("clear")).isEqualTo(true);
  }

  private ProcessInstanceEvent inquired() {
    workers.answer("case.register", StubAnswers.registered("inquiry", "{}"));
    return complained();
  }

  private static String unlisted() {
    return """
    {case: {number: 'BJ-1', kind: 'complaint', districtCode: '110102'}, signals: {},
     catalogue: {unitKind: null, level: '7d'}}
    """;
  }
}
