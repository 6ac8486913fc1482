package city.whistle.engine.model;

import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;
import org.camunda.bpm.model.xml.validation.ValidationResultCollector;

/**
 * Compiles BPMN files. What it doesn't know it refuses, by the element's id and type, so that a
 * deployed process does just what is drawn. Threads may share it.
 */
public final class ModelCompiler {

  private final ExpressionEngine expressions;
  private final SecureBpmnParser parser = new SecureBpmnParser();
  private final List<ModelElementValidator<?>> validators = new ArrayList<>();

  public ModelCompiler(ExpressionEngine expressions) {
    this.expressions = expressions;
    ZeebeDesignTimeValidators.VALIDATORS.forEach(
        validator -> validators.add(new Guarded<>(validator)));
    validators.addAll(SupportChecks.ALL);
    validators.addAll(BoundChecks.ALL);
    validators.addAll(StructureChecks.ALL);
    validators.addAll(ExpressionChecks.all(expressions));
  }

  /**
   * All executable processes of the file.
   *
   * @throws InvalidModelException with every mistake of the file, each as "id (type): text"
   */
  public List<ProcessModel> compile(String resourceName, String xml) {
    BpmnModelInstance model = parser.parse(resourceName, xml);
    Mistakes mistakes = validate(model);
    if (!mistakes.isEmpty()) {
      throw new InvalidModelException(resourceName, mistakes.texts());
    }
    return model.getDefinitions().getChildElementsByType(Process.class).stream()
        .filter(Process::isExecutable)
        .map(process -> ProcessReader.read(process, expressions))
        .toList();
  }

  private Mistakes validate(BpmnModelInstance model) {
    Mistakes mistakes = new Mistakes();
    new ModelWalker(model).walk(element -> ValueChecks.check(element, mistakes));
    ValidationVisitor visitor = new ValidationVisitor(validators);
    new ModelWalker(model).walk(visitor);
    visitor
        .getValidationResult()
        .getResults()
        .forEach(
            (element, results) ->
                results.forEach(result -> mistakes.add(element, result.getMessage())));
    return mistakes;
  }

  /**
   * Camunda's validators trust that all references lead somewhere; a broken one is a mistake. They
   * also trust that all values can be read; which can't is told by {@link ValueChecks} alone, so
   * that a failure for another reason still comes to light when the process is read.
   */
  private record Guarded<T extends ModelElementInstance>(ModelElementValidator<T> validator)
      implements ModelElementValidator<T> {

    @Override
    public Class<T> getElementType() {
      return validator.getElementType();
    }

    @Override
    public void validate(T element, ValidationResultCollector collector) {
      try {
        validator.validate(element, collector);
      } catch (NullPointerException e) {
        collector.addError(0, "refers to an element that doesn't exist; mend its references");
      } catch (IllegalArgumentException unreadable) {
        return;
      }
    }
  }
}
