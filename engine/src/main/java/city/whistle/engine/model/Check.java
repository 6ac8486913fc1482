package city.whistle.engine.model;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;
import org.camunda.bpm.model.xml.validation.ValidationResultCollector;

/**
 * One check of ours, run beside those that come with Camunda's model.
 *
 * @param rule gets the element and takes what is wrong with it
 */
record Check<T extends ModelElementInstance>(Class<T> type, BiConsumer<T, Consumer<String>> rule)
    implements ModelElementValidator<T> {

  @Override
  public Class<T> getElementType() {
    return type;
  }

  @Override
  public void validate(T element, ValidationResultCollector collector) {
    rule.accept(element, text -> collector.addError(0, text));
  }
}
