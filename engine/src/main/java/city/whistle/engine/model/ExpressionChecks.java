package city.whistle.engine.model;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.expression.ExpressionSyntaxException;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ModelElementValidator;

/** Every expression parses, is FEEL where it must be, and every name of a variable is one. */
final class ExpressionChecks {

  /** Deeper than any model needs, and than a value that is made of it may be. */
  private static final int MAX_PATH = 100;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** As long as such texts may be where they come with a command. */
  private static final int MAX_TEXT = 10_000;

  private static final Set<String> RESERVED =
      Set.of(
          "null",
          "true",
          "false",
          "function",
          "if",
          "then",
          "else",
          "for",
          "between",
          "instance",
          "of",
          "not");

  private final ExpressionEngine engine;
  private final List<ModelElementValidator<?>> checks = new ArrayList<>();

  private ExpressionChecks(ExpressionEngine engine) {
    this.engine = engine;
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
    add(ZeebeTaskDefinition.class, "type", ZeebeTaskDefinition::getType, this::syntax);
    add(ZeebeTaskDefinition.class, "retries", ZeebeTaskDefinition::getRetries, this::syntax);
    add(ZeebeExecutionListener.class, "type", ZeebeExecutionListener::getType, this::syntax);
    add(ZeebeExecutionListener.class, "retries", ZeebeExecutionListener::getRetries, this::syntax);
    add(ZeebeTaskListener.class, "type", ZeebeTaskListener::getType, this::syntax);
    add(ZeebeTaskListener.class, "retries", ZeebeTaskListener::getRetries, this::syntax);
    add(ZeebeInput.class, "source", ZeebeMapping::getSource, this::source);
    add(ZeebeOutput.class, "source", ZeebeMapping::getSource, this::requiredSyntax);
    add(ZeebeCalledElement.class, "processId", ZeebeCalledElement::getProcessId, this::syntax);
    add(ZeebeCalledDecision.class, "decisionId", ZeebeCalledDecision::getDecisionId, this::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "assignee",
        ZeebeAssignmentDefinition::getAssignee,
        this::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "candidateGroups",
        ZeebeAssignmentDefinition::getCandidateGroups,
        this::syntax);
    add(
        ZeebeAssignmentDefinition.class,
        "candidateUsers",
        ZeebeAssignmentDefinition::getCandidateUsers,
        this::syntax);
    add(ZeebeTaskSchedule.class, "dueDate", ZeebeTaskSchedule::getDueDate, this::date);
    add(ZeebeTaskSchedule.class, "followUpDate", ZeebeTaskSchedule::getFollowUpDate, this::date);
    add(
        ZeebePriorityDefinition.class,
        "priority",
        ZeebePriorityDefinition::getPriority,
        this::priority);
    add(ZeebeFormDefinition.class, "formId", ZeebeFormDefinition::getFormId, this::syntax);
    add(
        ZeebeFormDefinition.class,
        "externalReference",
        ZeebeFormDefinition::getExternalReference,
        this::syntax);
    add(Message.class, "name", Message::getName, this::syntax);
    add(Signal.class, "name", Signal::getName, this::syntax);
    add(Error.class, "errorCode", Error::getErrorCode, this::syntax);
  }

  private void feel() {
    add(
        ConditionExpression.class,
        "condition",
        ConditionExpression::getTextContent,
        this::feelOnly);
    add(
        CompletionCondition.class,
        "completionCondition",
        CompletionCondition::getTextContent,
        this::feelOnly);
    add(
        ZeebeSubscription.class,
        "correlationKey",
        ZeebeSubscription::getCorrelationKey,
        this::feelOnly);
    add(
        ZeebeLoopCharacteristics.class,
        "inputCollection",
        ZeebeLoopCharacteristics::getInputCollection,
        this::feelOnly);
    add(
        ZeebeLoopCharacteristics.class,
        "outputElement",
        ZeebeLoopCharacteristics::getOutputElement,
        this::feelOnly);
    add(ZeebeScript.class, "expression", ZeebeScript::getExpression, this::feelOnly);
  }

  private void timers() {
    add(
        TimeDate.class,
        "timeDate",
        TimeDate::getTextContent,
        text -> timer(EventDefinition.Timer.Kind.DATE, text));
    add(
        TimeDuration.class,
        "timeDuration",
        TimeDuration::getTextContent,
        text -> timer(EventDefinition.Timer.Kind.DURATION, text));
    add(
        TimeCycle.class,
        "timeCycle",
        TimeCycle::getTextContent,
        text -> timer(EventDefinition.Timer.Kind.CYCLE, text));
  }

  private void names() {
    add(ZeebeInput.class, "target", ZeebeMapping::getTarget, ExpressionChecks::path);
    add(ZeebeOutput.class, "target", ZeebeMapping::getTarget, ExpressionChecks::path);
    add(
        ZeebeCalledDecision.class,
        "resultVariable",
        ZeebeCalledDecision::getResultVariable,
        ExpressionChecks::name);
    add(
        ZeebeScript.class,
        "resultVariable",
        ZeebeScript::getResultVariable,
        ExpressionChecks::name);
    add(
        ZeebeLoopCharacteristics.class,
        "inputElement",
        ZeebeLoopCharacteristics::getInputElement,
        ExpressionChecks::name);
    add(
        ZeebeLoopCharacteristics.class,
        "outputCollection",
        ZeebeLoopCharacteristics::getOutputCollection,
        ExpressionChecks::name);
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

  /** An expression, or a constant that goes into a column. */
  private Optional<String> syntax(String text) {
    if (text == null) {
      return Optional.empty();
    }
    return isFeel(text) ? parsed(text) : bounded(text);
  }

  private static Optional<String> bounded(String text) {
    return text.length() > MAX_TEXT
        ? Optional.of(
            "has %d characters; at most %d are possible".formatted(text.length(), MAX_TEXT))
        : Optional.empty();
  }

  private Optional<String> parsed(String text) {
    try {
      engine.parse(text);
      return Optional.empty();
    } catch (ExpressionSyntaxException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** An expression, or a constant of any length: it becomes a value. */
  private Optional<String> source(String text) {
    return text == null ? Optional.empty() : parsed(text);
  }

  private Optional<String> requiredSyntax(String text) {
    return text == null || text.isEmpty() ? Optional.of("must not be empty") : parsed(text);
  }

  private Optional<String> feelOnly(String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return isFeel(text)
        ? syntax(text)
        : Optional.of("expected an expression, but was '%s'; put '=' in front".formatted(text));
  }

  private static boolean isFeel(String text) {
    return text.strip().startsWith("=");
  }

  private Optional<String> priority(String text) {
    if (text == null || isFeel(text)) {
      return syntax(text);
    }
    return text.strip().matches("\\d{1,2}|100")
        ? Optional.empty()
        : Optional.of("expected a number from 0 to 100 or an expression, but was '" + text + "'");
  }

  private Optional<String> date(String text) {
    return text == null || text.isEmpty()
        ? Optional.empty()
        : timer(EventDefinition.Timer.Kind.DATE, text);
  }

  private Optional<String> timer(EventDefinition.Timer.Kind kind, String text) {
    String stripped = text.strip();
    if (isFeel(stripped)) {
      return syntax(stripped);
    }
    try {
      TimerSchedule.of(kind, stripped, Instant.EPOCH);
      return Optional.empty();
    } catch (EvaluationException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Optional<String> path(String text) {
    if (text == null || text.isEmpty()) {
      return Optional.of("must not be empty");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length > MAX_PATH) {
      return Optional.of("has more than %d parts".formatted(MAX_PATH));
    }
    for (String part : parts) {
      if (name(part).isPresent() || part.isEmpty()) {
        return Optional.of("'" + text + "' is not the name of a variable or a path into one");
      }
    }
    return bounded(text);
  }

  private static Optional<String> name(String text) {
    boolean valid =
        text == null || text.isEmpty() || NAME.matcher(text).matches() && !RESERVED.contains(text);
    if (!valid) {
      return Optional.of("'" + text + "' is not the name of a variable");
    }
    return text == null ? Optional.empty() : bounded(text);
  }
}
