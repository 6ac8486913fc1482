package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeVersionTag;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;

/**
 * What a model gives to columns has a bound: its ids and names are repeated in each row of an
 * element's history. What stays in the file (icons of templates, properties, documentation,
 * expressions) has no bound but the file's.
 */
final class BoundChecks {

  private static final int MAX_NAME = 1_000;

  static final List<ModelElementValidator<?>> ALL =
      List.of(
          new Check<>(BaseElement.class, (it, mistakes) -> check("id", it.getId(), mistakes)),
          new Check<>(FlowElement.class, (it, mistakes) -> check("name", it.getName(), mistakes)),
          new Check<>(Process.class, (it, mistakes) -> check("name", it.getName(), mistakes)),
          new Check<>(
              ZeebeFormDefinition.class,
              (it, mistakes) -> {
                check("formId", it.getFormId(), mistakes);
                check("versionTag", it.getVersionTag(), mistakes);
              }),
          new Check<>(
              ZeebeVersionTag.class, (it, mistakes) -> check("value", it.getValue(), mistakes)));

  private BoundChecks() {}

  private static void check(String attribute, String text, Consumer<String> mistakes) {
    if (text != null && text.length() > MAX_NAME) {
      mistakes.accept(
          "%s: has %d characters; at most %d are possible"
              .formatted(attribute, text.length(), MAX_NAME));
    }
  }
}
