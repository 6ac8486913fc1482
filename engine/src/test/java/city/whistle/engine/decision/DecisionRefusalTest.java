package city.whistle.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.whistle.engine.model.InvalidModelException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRefusalTest extends DecisionFiles {

  private List<String> mistakes(String xml) {
    return catchThrowableOfType(InvalidModelException.class, () -> engine.compile("x.dmn", xml))
        .mistakes();
  }

  @Test
  void reportsAllMistakesWithTheirDecisions() {
    assertThat(mistakes(resource("broken.dmn")))
        .anySatisfy(text -> assertThat(text).startsWith("empty (dmn:decision): has no logic"))
        .anySatisfy(
            text -> assertThat(text).startsWith("literal (dmn:decision): literalExpression: "))
        .anySatisfy(text -> assertThat(text).startsWith("table (dmn:decision): entry1: "))
        .anySatisfy(
            text ->
                assertThat(text)
                    .isEqualTo(
                        "table (dmn:decision): brokenTable: rule 2 has 2 input and 1 output"
                            + " entries, expected 1 and 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no xml",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<definitions/>",
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"a\" name=\"a\""
            + " namespace=\"n\"/>"
      })
  void refusesWhatIsNoDecisionFile(String xml) {
    assertThat(mistakes(xml)).isNotEmpty();
  }

  @Test
  void refusesDecisionsThatRequireEachOther() {
    String xml =
        resource("dish.dmn")
            .replace(
                "<literalExpression",
                "<informationRequirement id=\"back\"><requiredDecision"
                    + " href=\"#dish\"/></informationRequirement><literalExpression");

    assertThat(mistakes(xml)).anySatisfy(text -> assertThat(text).contains("Cyclic"));
  }

  @Test
  void loadsNoSchemaThatAFileNames() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place = "http://127.0.0.1:%d/DMN13.xsd".formatted(server.getLocalPort());
      String xml =
          resource("dish.dmn")
              .replaceFirst(
                  "<definitions ",
                  "<definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                      + " xsi:schemaLocation=\"https://www.omg.org/spec/DMN/20191111/MODEL/ "
                      + place
                      + "\" ");
      assertThat(xml).contains(place);
      assertThat(engine.compile("dish.dmn", xml).id()).isEqualTo("dishes");
    }
  }

  @Test
  void takesNestingWithinItsBoundAndRefusesMore() {
    assertThat(engine.compile("deep.dmn", nested(150)).id()).isEqualTo("dishes");
    assertThat(mistakes(nested(250))).containsExactly("elements are nested deeper than 200");
  }

  private static String nested(int levels) {
    return resource("dish.dmn")
        .replaceFirst(
            "<decision ",
            "<extensionElements>"
                + "<x:a xmlns:x=\"urn:x\">".repeat(levels)
                + "</x:a>".repeat(levels)
                + "</extensionElements><decision ");
  }
}
