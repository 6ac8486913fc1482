package city.whistle.engine.model;

import city.whistle.engine.expression.ExpressionEngine;
import io.camunda.zeebe.model.bpmn.instance.CompletionCondition;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Signal;
import io.camunda.zeebe.model.bpmn.instance.TimeCycle;
import io.camunda.zeebe.model.bpmn.instance.TimeDate;
import io.camunda.zeebe.model.bpmn.instance.TimeDuration;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePriorityDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;

/** Every expression parses, is FEEL where it must be, and every name of a variable is one. */
final class ExpressionChecks {

  private final TextProblems texts;
  private final List<ModelElementValidator<?>> checks = new ArrayList<>();

  private ExpressionChecks(ExpressionEngine engine) {
    this.texts = new TextProblems(engine);
  }

  static List<ModelElementValidator<?>> all(ExpressionEngine engine) {
    ExpressionChecks checks = new ExpressionChecks(engine);
    checks.expressions();
    checks.feel();
    checks.timers();
    checks.names();
    return List.copyOf(checks.checks);
  }

  private void expressions() {
    add(ZeebeTaskDefinition.class, "type", ZeebeTaskDefinition::getType, texts::syntax);
    add(ZeebeTaskDefinition.class, "retries", ZeebeTaskDefinition::getRetries, texts::syntax);
    add(ZeebeExecutionListener.class, "type", ZeebeExecutionListener::getType, texts::syntax);
    add(ZeebeExecutionListener.class, "retries", ZeebeExecutionListener::getRetries, texts::syntax);
    add(ZeebeTaskListener.class, "type", ZeebeTaskListener::getType, texts::syntax);
    add(ZeebeTaskListener.class, "retries", ZeebeTaskListener::getRetries, texts::syntax);
    add(ZeebeInput.class, "source", ZeebeMapping::getSource, texts::source);
    add(ZeebeOutput.class, "source", ZeebeMapping::getSource, texts::requiredSyntax);
    add(ZeebeCalledElement.class, "processId", ZeebeCalledElement::getProcessId, texts::syntax);
    add(ZeebeCalledDecision.class, "decisionId", ZeebeCalledDecision::getDecisionId, texts::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "assignee",
        ZeebeAssignmentDefinition::getAssignee,
        texts::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "candidateGroups",
        ZeebeAssignmentDefinition::getCandidateGroups,
        texts::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "candidateUsers",
        ZeebeAssignmentDefinition::getCandidateUsers,
        texts::syntax);
    add(ZeebeTaskSchedule.class, "dueDate", ZeebeTaskSchedule::getDueDate, texts::date);
    add(ZeebeTaskSchedule.class, "followUpDate", ZeebeTaskSchedule::getFollowUpDate, texts::date);
    add(
        ZeebePriorityDefinition.class,
        "priority",
        ZeebePriorityDefinition::getPriority,
        texts::priority);
    add(ZeebeFormDefinition.class, "formId", ZeebeFormDefinition::getFormId, texts::syntax);
    add(
        ZeebeFormDefinition.class,
        "externalReference",
        ZeebeFormDefinition::getExternalReference,
        texts::syntax);
    add(Message.class, "name", Message::getName, texts::syntax);
    add(Signal.class, "name", Signal::getName, texts::syntax);
    add(Error.class, "errorCode", Error::getErrorCode, texts::syntax);
  }

  private void feel() {
    add(
        ConditionExpression.class,
        "condition",
        ConditionExpression::getTextContent,
        texts::feelOnly);
    add(
        CompletionCondition.class,
        "completionCondition",
        CompletionCondition::getTextContent,
        texts::feelOnly);
    add(
        ZeebeSubscription.class,
        "correlationKey",
        ZeebeSubscription::getCorrelationKey,
        texts::feelOnly);
    add(
        ZeebeLoopCharacteristics.class,
        "inputCollection",
        ZeebeLoopCharacteristics::getInputCollection,
        texts::feelOnly);
    add(
        ZeebeLoopCharacteristics.class,
        "outputElement",
        ZeebeLoopCharacteristics::getOutputElement,
        texts::feelOnly);
    add(ZeebeScript.class, "expression", ZeebeScript::getExpression, texts::feelOnly);
  }

  private void timers() {
    add(
        TimeDate.class,
        "timeDate",
        TimeDate::getTextContent,
        text -> texts.timer(EventDefinition.Timer.Kind.DATE, text));
    add(
        TimeDuration.class,
        "timeDuration",
        TimeDuration::getTextContent,
        text -> texts.timer(EventDefinition.Timer.Kind.DURATION, text));
    add(
        TimeCycle.class,
        "timeCycle",
        TimeCycle::getTextContent,
        text -> texts.timer(EventDefinition.Timer.Kind.CYCLE, text));
  }

  private void names() {
    add(ZeebeInput.class, "target", ZeebeMapping::getTarget, TextProblems::path);
    add(ZeebeOutput.class, "target", ZeebeMapping::getTarget, TextProblems::path);
    add(
        ZeebeCalledDecision.class,
        "resultVariable",
        ZeebeCalledDecision::getResultVariable,
        TextProblems::name);
    add(ZeebeScript.class, "resultVariable", ZeebeScript::getResultVariable, TextProblems::name);
    add(
        ZeebeLoopCharacteristics.class,
        "inputElement",
        ZeebeLoopCharacteristics::getInputElement,
        TextProblems::name);
    add(
        ZeebeLoopCharacteristics.class,
        "outputCollection",
        ZeebeLoopCharacteristics::getOutputCollection,
        TextProblems::name);
  }

  private <T extends ModelElementInstance> void add(
      Class<T> type,
      String attribute,
      Function<T, String> getter,
      Function<String, Optional<String>> problem) {
    checks.add(
        new Check<>(
            type,
            (element, mistakes) ->
                problem
                    .apply(getter.apply(element))
                    .ifPresent(text -> mistakes.accept(attribute + ": " + text))));
  }
}
