package city.whistle.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.DeploymentEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Files in the encodings that tools and people save them in: read as they say, given back in UTF-8
 * and saying so.
 */
class EncodingsTest {

  private static final String PROCESS =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          id="defs" targetNamespace="test">
        <bpmn:process id="%1$s" name="%2$s" isExecutable="true">
          <bpmn:startEvent id="Start"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
          id="%1$s-drg" name="%2$s" namespace="test">
        <decision id="%1$s" name="%2$s">
          <variable id="v" name="v"/>
          <literalExpression id="e"><text>"%2$s"</text></literalExpression>
        </decision>
      </definitions>
      """;

  /**
   * A way to save a file.
   *
   * @param declared null where the file doesn't say
   */
  private record Saved(String declared, String charset, String text, int... mark) {

    byte[] bytes(String xml) {
      String declaration =
          declared == null ? "" : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n";
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int b : mark) {
        bytes.write(b);
      }
      bytes.writeBytes((declaration + xml).getBytes(Charset.forName(charset)));
      return bytes.toByteArray();
    }
  }

  private static final List<Saved> SAVED =
      List.of(
          new Saved(null, "UTF-8", "Straße 路灯"),
          new Saved("UTF-8", "UTF-8", "Straße 路灯", 0xEF, 0xBB, 0xBF),
          new Saved("UTF-16", "UTF-16LE", "Straße 路灯", 0xFF, 0xFE),
          new Saved("UTF-16", "UTF-16BE", "Straße 路灯", 0xFE, 0xFF),
          new Saved("UTF-16LE", "UTF-16LE", "Straße 路灯"),
          new Saved("utf-16", "UTF-16BE", "Straße 路灯"),
          new Saved(null, "UTF-16LE", "Straße 路灯", 0xFF, 0xFE),
          new Saved("ISO-8859-1", "ISO-8859-1", "Straße"),
          new Saved("GB18030", "GB18030", "路灯"),
          new Saved("gbk", "GBK", "路灯"),
          new Saved("windows-1252", "windows-1252", "„Straße“ €"));

  private static final List<Saved> WRONG =
      List.of(
          new Saved("UTF-9", "UTF-8", "Straße"),
          new Saved("not a name", "UTF-8", "Straße"),
          new Saved("UTF-8", "ISO-8859-1", "Straße"),
          new Saved(null, "GBK", "路灯"),
          new Saved("US-ASCII", "UTF-8", "Straße"),
          new Saved("UTF-16", "UTF-8", "Straße"),
          new Saved("UTF-8", "UTF-16LE", "Straße"),
          new Saved("UTF-16BE", "UTF-16LE", "Straße", 0xFF, 0xFE),
          new Saved("ISO-8859-1", "UTF-8", "Straße", 0xEF, 0xBB, 0xBF),
          new Saved("IBM037", "UTF-8", "Strasse"));

  private static DeploymentEvent deploy(Caller caller, String name, byte[] content) {
    return caller.client().newDeployResourceCommand().addResourceBytes(content, name).send().join();
  }

  private static void assertInUtf8(String xml, String text) {
    assertThat(xml)
        .contains(text)
        .containsPattern("^(<\\?xml version=\"1.0\" encoding=\"UTF-8\"|<[a-z])");
  }

  @OnEveryTarget
  void aProcessIsReadInItsOwnEncoding(Caller caller) {
    for (Saved saved : SAVED) {
      byte[] content = saved.bytes(PROCESS.formatted(caller.id(), saved.text()));
      long key =
          deploy(caller, "saved.bpmn", content).getProcesses().get(0).getProcessDefinitionKey();
      assertThat(caller.client().newProcessDefinitionGetRequest(key).send().join().getName())
          .as(saved.toString())
          .isEqualTo(saved.text());
      assertInUtf8(
          caller.client().newProcessDefinitionGetXmlRequest(key).send().join(), saved.text());
      assertInUtf8(caller.client().newResourceContentGetRequest(key).send().join(), saved.text());
      assertThat(deploy(caller, "saved.bpmn", content).getProcesses().get(0))
          .satisfies(again -> assertThat(again.getProcessDefinitionKey()).isEqualTo(key));
      caller.start().isCompleted();
    }
  }

  @OnEveryTarget
  void aDecisionIsReadInItsOwnEncoding(Caller caller) {
    for (Saved saved : SAVED) {
      byte[] content = saved.bytes(DECISION.formatted(caller.id(), saved.text()));
      long key = deploy(caller, "saved.dmn", content).getDecisions().get(0).getDecisionKey();
      assertInUtf8(
          caller.client().newDecisionDefinitionGetXmlRequest(key).send().join(), saved.text());
      var evaluated =
          caller.client().newEvaluateDecisionCommand().decisionKey(key).variables(Map.of());
      assertThat(evaluated.send().join().getDecisionOutput())
          .as(saved.toString())
          .isEqualTo('"' + saved.text() + '"');
    }
  }

  @OnEveryTarget
  void aFormIsReadInTheEncodingsOfJson(Caller caller) {
    String form = "{\"id\":\"%s\",\"text\":\"Straße 路灯\"}".formatted(caller.id("form"));
    for (Saved saved : SAVED.subList(0, 7)) {
      byte[] content = new Saved(null, saved.charset, saved.text, saved.mark).bytes(form);
      long key = deploy(caller, "saved.form", content).getForm().get(0).getFormKey();
      assertThat(caller.client().newResourceContentGetRequest(key).send().join())
          .as(saved.toString())
          .isEqualTo(form);
    }
    byte[] latin = form.getBytes(StandardCharsets.ISO_8859_1);
    Refusal.INVALID_ARGUMENT.of(() -> deploy(caller, "latin.form", latin), "latin.form", "UTF-8");
  }

  @OnEveryTarget
  void aFileThatIsNotInTheEncodingThatItNamesIsRefused(Caller caller) {
    for (Saved wrong : WRONG) {
      byte[] process = wrong.bytes(PROCESS.formatted(caller.id(), wrong.text()));
      Refusal.INVALID_ARGUMENT.of(() -> deploy(caller, "wrong.bpmn", process), "wrong.bpmn");
      byte[] decision = wrong.bytes(DECISION.formatted(caller.id(), wrong.text()));
      Refusal.INVALID_ARGUMENT.of(() -> deploy(caller, "wrong.dmn", decision), "wrong.dmn");
    }
    Refusal.NOT_FOUND.of(caller::start, caller.id());
  }
}
