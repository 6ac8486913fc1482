package city.whistle.engine.model;

import static city.whistle.engine.model.Models.element;
import static city.whistle.engine.model.Models.process;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a file as a whole. */
class ModelFileRefusalTest extends RefusedModels {

  @Test
  void reportsAllMistakesOfAFileAtOnce() {
    String xml =
        process(
            "<bpmn:startEvent id=\"s\"/>"
                + "<bpmn:complexGateway id=\"one\"/>"
                + "<bpmn:serviceTask id=\"two\"/>"
                + element("serviceTask", "three", "<zeebe:taskDefinition type=\"= (\"/>"));

    assertThat(mistakes(xml))
        .anySatisfy(text -> assertThat(text).startsWith("one "))
        .anySatisfy(text -> assertThat(text).startsWith("two "))
        .anySatisfy(text -> assertThat(text).startsWith("three "));
  }

  @Test
  void reportsAllViolationsOfTheSchemaWithTheirLines() {
    String xml =
        process(
            "<bpmn:startEvent id=\"s\"/>\n"
                + "<bpmn:manualTask id=\"s\"/>\n"
                + "<bpmn:noSuchTask id=\"t\"/>");

    assertThat(mistakes(xml))
        .anySatisfy(
            text -> assertThat(text).startsWith("line 7: ").contains("multiple occurrences of ID"))
        .anySatisfy(text -> assertThat(text).startsWith("line 8: ").contains("noSuchTask"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
      })
  void refusesWhatIsNoProcessFile(String xml) {
    assertThat(mistakes(xml)).isNotEmpty();
  }

  @Test
  void refusesADocumentType() {
    String xml =
        process("<bpmn:startEvent id=\"s\"/>").replace("?>", "?><!DOCTYPE bpmn:definitions>");

    assertThat(mistakes(xml))
        .containsExactly("a document type (DOCTYPE) is not allowed; remove it");
  }

  @Test
  void refusesNestingWithoutBound() {
    String xml = process("<bpmn:subProcess>".repeat(300) + "</bpmn:subProcess>".repeat(300));

    assertThat(mistakes(xml)).containsExactly("elements are nested deeper than 200");
  }

  @Test
  void refusesFilesBeyondTheirBound() {
    String xml = process("<bpmn:startEvent id=\"s\"/>" + " ".repeat(4 * 1024 * 1024));

    assertThat(mistakes(xml)).singleElement().asString().contains("at most");
  }

  @Test
  void takesNestingWithinItsBound() {
    String xml =
        process(
            "<bpmn:startEvent id=\"s\"/>"
                + nested(150)
                + "<bpmn:startEvent id=\"inner\"/>"
                + "</bpmn:subProcess>".repeat(150));

    assertThat(COMPILER.compile("test.bpmn", xml)).hasSize(1);
  }

  private static String nested(int levels) {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      nested.append("<bpmn:subProcess id=\"n%d\"><bpmn:startEvent id=\"s%d\"/>".formatted(i, i));
    }
    int last = levels - 1;
    return nested.toString().replace("<bpmn:startEvent id=\"s" + last + "\"/>", "");
  }
}
