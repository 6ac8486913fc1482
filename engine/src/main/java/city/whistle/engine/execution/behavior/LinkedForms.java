package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Definitions;
import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.IncidentException;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.model.Binding;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.ErrorType;
import city.whistle.engine.state.Row;

/** The deployed forms that user tasks refer to. */
record LinkedForms(Evaluator evaluator, Definitions definitions) {

  /**
   * @param formId null for none
   * @return the form's key, NONE where none is meant
   */
  long keyOf(
      Expression formId, Binding binding, ElementInstance instance, VariableSource variables) {
    String id = evaluator.optionalText(formId, variables);
    if (id == null) {
      return Row.NONE;
    }
    return definitions
        .form(id, binding, instance.processDefinitionKey())
        .orElseThrow(
            () ->
                new IncidentException(
                    ErrorType.FORM_NOT_FOUND,
                    "Expected form '%s' (binding %s) to be deployed, but it is not."
                        .formatted(id, binding.type())))
        .key();
  }
}
