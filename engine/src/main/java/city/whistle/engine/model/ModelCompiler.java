package city.whistle.engine.model;

import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ActivityValidator;
import io.camunda.zeebe.model.bpmn.validation.zeebe.MessageValidator;
import io.camunda.zeebe.model.bpmn.validation.zeebe.SignalValidator;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;
import org.camunda.bpm.model.xml.validation.ValidationResultCollector;

/**
 * Compiles BPMN files. What it doesn't know it refuses, by the element's id and type, so that a
 * deployed process does just what is drawn. Threads may share it.
 */
public final class ModelCompiler {

  /** Those whose effort grows with the square of the model; the checks named after them don't. */
  private static final Set<Class<?>> REPLACED =
      Set.of(ActivityValidator.class, MessageValidator.class, SignalValidator.class);

  private final ExpressionEngine expressions;
  private final SecureBpmnParser parser = new SecureBpmnParser();
  private final List<ModelElementValidator<?>> validators = new ArrayList<>();

  public ModelCompiler(ExpressionEngine expressions) {
    this.expressions = expressions;
    ZeebeDesignTimeValidators.VALIDATORS.stream()
        .filter(validator -> !REPLACED.contains(validator.getClass()))
        .forEach(validator -> validators.add(new Guarded<>(validator)));
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

  /** All further checks read values and references, so they have to be readable first. */
  private Mistakes validate(BpmnModelInstance model) {
    Mistakes mistakes = new Mistakes();
    new ModelWalker(model)
        .walk(
            element -> {
              ValueChecks.check(element, mistakes);
              ReferenceChecks.check(element, mistakes);
            });
    if (!mistakes.isEmpty()) {
      return mistakes;
    }
    ListedFlows.complete(model);
    ActivityChecks.check(model, mistakes);
    MessageChecks.check(model, mistakes);
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
   * Camunda's validators trust that all references lead somewhere and that there is just one of
   * what there should be one of; where that isn't so, it is a mistake.
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
      } catch (ModelException e) {
        collector.addError(0, "has too many or too few parts to be understood: " + e.getMessage());
      }
    }
  }
}
