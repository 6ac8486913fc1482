package city.whistle.console.supervision;

import city.whistle.console.supervision.ProcessPage.Drawing;
import city.whistle.console.supervision.ProcessPage.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down for the island what a drawing shows. */
@Component
class Drawings {

  private final ObjectMapper json;

  Drawings(ObjectMapper json) {
    this.json = json;
  }

  Drawing ofSteps(DrawnProcess drawn, List<Step> steps) {
    List<Mark> marks =
        steps.stream()
            .filter(one -> one.running() > 0 || one.incidents() > 0 || !drawn.isSystem(one.id()))
            .map(
                one ->
                    new Mark(
                        one.id(),
                        one.running(),
                        one.incidents(),
                        one.median() == null ? -1 : one.median().toSeconds(),
                        false))
            .toList();
    return drawing(drawn, marks, List.of());
  }

  Drawing ofPath(DrawnProcess drawn, List<Mark> marks, Collection<String> flows) {
    return drawing(drawn, marks, flows);
  }

  private Drawing drawing(DrawnProcess drawn, List<Mark> marks, Collection<String> flows) {
    try {
      return new Drawing(
          drawn.xml(), drawn.xmlEnglish(), json.writeValueAsString(new Marks(marks, flows)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param seconds the median; -1 where there is none
   * @param done whether the path has gone through it
   */
  record Mark(String id, long running, long incidents, long seconds, boolean done) {}

  record Marks(List<Mark> marks, Collection<String> flows) {}
}
