package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.charset.StandardCharsets;

/** Files that are deployed. */
class DeploymentsTest extends DeployedFiles {

  @OnEveryTarget
  void severalFilesAreOneDeployment(Caller caller) {
    DeploymentEvent deployment =
        caller
            .client()
            .newDeployResourceCommand()
            .addProcessModel(model(caller, "Work"), "asked.bpmn")
            .addProcessModel(caller.process("b").startEvent().endEvent().done(), "b.bpmn")
            .addResourceBytes(
                FORM.formatted(caller.id("form")).getBytes(StandardCharsets.UTF_8), "ask.form")
            .send()
            .join();
    assertThat(deployment.getProcesses())
        .extracting(Process::getBpmnProcessId)
        .containsExactlyInAnyOrder(caller.id(), caller.id("b"));
    assertThat(deployment.getForm())
        .singleElement()
        .satisfies(form -> assertThat(form.getVersion()).isEqualTo(1));
  }

  @OnEveryTarget
  @SuppressWarnings("deprecation")
  void theCommandOfOlderClientsDeploysProcesses(Caller caller) {
    DeploymentEvent deployment =
        caller
            .client()
            .newDeployCommand()
            .addProcessModel(model(caller, "Work"), "asked.bpmn")
            .send()
            .join();
    assertThat(deployment.getProcesses())
        .extracting(Process::getBpmnProcessId)
        .containsExactly(caller.id());
  }

  @OnEveryTarget
  void ofSeveralFilesNoneIsDeployedWhereOneIsWrong(Caller caller) {
    Refusal.INVALID_ARGUMENT.of(
        () ->
            caller
                .client()
                .newDeployResourceCommand()
                .addProcessModel(model(caller, "Work"), "asked.bpmn")
                .addResourceStringUtf8("<broken", "broken.bpmn")
                .send()
                .join(),
        "broken.bpmn");
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }

  @OnEveryTarget
  void anIdThatStandsInTwoFilesOfADeploymentIsRefused(Caller caller) {
    String form = FORM.formatted(caller.id("form"));
    assertRefusedTogether(caller, form, form + "\n", ".form", "form id '" + caller.id("form"));
    String process = Bpmn.convertToString(model(caller, "Work"));
    assertRefusedTogether(
        caller, process, process + "\n", ".bpmn", "process id '" + caller.id() + "'");
    assertRefusedTogether(
        caller,
        decision(caller.id("a"), caller.id("d")),
        decision(caller.id("b"), caller.id("d")),
        ".dmn",
        "decision id '" + caller.id("d") + "'");
    assertRefusedTogether(
        caller,
        decision(caller.id("a"), caller.id("d1")),
        decision(caller.id("a"), caller.id("d2")),
        ".dmn",
        "decision requirements id '" + caller.id("a") + "'");
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }

  private static void assertRefusedTogether(
      Caller caller, String first, String second, String type, String part) {
    Refusal.INVALID_ARGUMENT.of(
        () ->
            caller
                .client()
                .newDeployResourceCommand()
                .addResourceStringUtf8(first, "first" + type)
                .addResourceStringUtf8(second, "second" + type)
                .send()
                .join(),
        part,
        "first" + type,
        "second" + type);
  }

  private static String decision(String requirementsId, String id) {
    return """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
        id="%s" name="d" namespace="test">
      <decision id="%s" name="d">
        <variable id="v" name="v"/><literalExpression id="e"><text>1</text></literalExpression>
      </decision>
    </definitions>
    """
        .formatted(requirementsId, id);
  }

  @OnEveryTarget
  void anIdThatStandsTwiceInOneFileIsRefused(Caller caller) {
    String one = decision(caller.id("a"), caller.id("d"));
    String twice = one.replaceFirst("(?s)(<decision .*</decision>)", "$1$1");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("twice.dmn", twice), "twice.dmn", caller.id("d"));
  }

  @OnEveryTarget
  void longTextsThatGoIntoNoColumnAreTaken(Caller caller) {
    String icon = "data:image/svg+xml;base64," + "A".repeat(150_000);
    String model =
        Bpmn.convertToString(model(caller, "Work"))
            .replaceFirst(
                "<serviceTask ([^>]*)>\\s*<extensionElements>",
                "<serviceTask xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\""
                    + " zeebe:modelerTemplateIcon=\""
                    + icon
                    + "\" $1><extensionElements>"
                    + "<zeebe:properties><zeebe:property name=\"p\" value=\""
                    + icon
                    + "\"/>"
                    + "</zeebe:properties><zeebe:ioMapping><zeebe:input source=\""
                    + icon
                    + "\" target=\"long\"/></zeebe:ioMapping>");
    caller.deploy("long.bpmn", model);
    caller.start();
    assertThat(caller.job("work").getVariablesAsMap()).containsEntry("long", icon);
  }

  @OnEveryTarget
  void longTextsThatGoIntoColumnsAreRefusedWithTheirPlace(Caller caller) {
    String model = Bpmn.convertToString(model(caller, "Work"));
    String named = model.replace("name=\"Asked\"", "name=\"" + "n".repeat(1_001) + "\"");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("long.bpmn", named),
        "long.bpmn",
        caller.id(),
        "name",
        "1001 characters");
    String typed = model.replace(caller.id("work"), "t".repeat(10_001));
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("long.bpmn", typed), "long.bpmn", "Work", "type", "10001 characters");
    String form = FORM.formatted("f".repeat(1_001));
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("long.form", form), "long.form", "id", "1001 characters");
    String unstorable = FORM.formatted("a\\u0000b");
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("nul.form", unstorable), "nul.form", "can't be stored");
    String decision = decision(caller.id("a"), "d".repeat(1_001));
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("long.dmn", decision), "long.dmn", "id", "1001 characters");
  }

  @OnEveryTarget
  void aFormIsGivenBackAsItWasDeployed(Caller caller) {
    String text = FORM.formatted(caller.id("form"));
    long key = caller.deploy("ask.form", text).getForm().get(0).getFormKey();
    assertThat(caller.client().newResourceContentGetRequest(key).send().join()).isEqualTo(text);
    assertThat(caller.client().newResourceGetRequest(key).send().join().getResourceName())
        .isEqualTo("ask.form");
    Refusal.NOT_FOUND.of(() -> caller.client().newResourceGetRequest(1).send().join(), "1");
  }

  @OnEveryTarget
  void anUnchangedFormIsNoNewVersion(Caller caller) {
    String text = FORM.formatted(caller.id("form"));
    DeploymentEvent first = caller.deploy("ask.form", text);
    DeploymentEvent again = caller.deploy("ask.form", text);
    assertThat(again.getForm().get(0).getFormKey()).isEqualTo(first.getForm().get(0).getFormKey());
  }

  @OnEveryTarget
  void aFileOfAnotherKindIsRefusedByItsName(Caller caller) {
    Refusal.INVALID_ARGUMENT.of(
        () -> caller.deploy("robot.rpa", "{\"id\":\"r\"}"), "robot.rpa", ".bpmn");
  }
}
