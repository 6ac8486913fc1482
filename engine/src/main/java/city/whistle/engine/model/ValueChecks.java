package city.whistle.engine.model;

import io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.impl.type.attribute.EnumAttribute;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.type.attribute.Attribute;

/**
 * Every attribute that has a closed set of values has one of them. BPMN's schema sees to its own
 * attributes, but not to those of Camunda's extensions, whose getters fail on any other value. So
 * all attributes are looked at, whatever element they are of.
 */
final class ValueChecks {

  private ValueChecks() {}

  static void check(BpmnModelElementInstance element, Mistakes mistakes) {
    for (Attribute<?> attribute : element.getElementType().getAttributes()) {
      if (attribute instanceof EnumAttribute<?> && !isReadable(attribute, element)) {
        String name = attribute.getAttributeName();
        mistakes.add(
            element,
            "%s: expected one of %s, but was '%s'"
                .formatted(
                    name,
                    possible(element.getElementType().getInstanceType(), name),
                    element.getDomElement().getAttribute(attribute.getNamespaceUri(), name)));
      }
    }
  }

  private static boolean isReadable(Attribute<?> attribute, ModelElementInstance element) {
    try {
      attribute.getValue(element);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The constants of the getter's enumeration, without those that only older models have. */
  private static String possible(Class<?> type, String attribute) {
    String getter = "get" + Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(getter))
        .map(Method::getReturnType)
        .flatMap(values -> Arrays.stream(values.getFields()))
        .filter(Field::isEnumConstant)
        .filter(constant -> !constant.isAnnotationPresent(Deprecated.class))
        .map(Field::getName)
        .collect(Collectors.joining(", "));
  }
}
