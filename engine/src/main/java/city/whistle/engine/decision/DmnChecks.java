package city.whistle.engine.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.DrgElement;
import org.camunda.bpm.model.dmn.instance.Invocation;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;

/** Checks a DMN file, each mistake with its decision, and collects the names that it mentions. */
final class DmnChecks {

  private static final int MAX_NAME = 1_000;

  /** So much of an id is shown at most. */
  private static final int MAX_SHOWN = 100;

  private final FeelEngineApi feel;
  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  DmnChecks(FeelEngineApi feel) {
    this.feel = feel;
  }

  List<String> mistakes() {
    return mistakes;
  }

  Set<String> names() {
    return names;
  }

  void check(DmnModelInstance model) {
    Definitions definitions = model.getDefinitions();
    if (isBlank(definitions.getId()) || isBlank(definitions.getName())) {
      mistakes.add("definitions: needs an id and a name");
    }
    tooLong(definitions.getId(), "id").ifPresent(it -> mistakes.add("definitions: " + it));
    tooLong(definitions.getName(), "name").ifPresent(it -> mistakes.add("definitions: " + it));
    var decisions = definitions.getChildElementsByType(Decision.class);
    if (decisions.isEmpty()) {
      mistakes.add("definitions: needs at least one decision");
    }
    decisions.forEach(this::decision);
    model.getModelElementsByType(DecisionTable.class).forEach(this::table);
    model.getModelElementsByType(LiteralExpression.class).stream()
        .filter(expression -> !isCalled(expression))
        .forEach(this::expression);
    model.getModelElementsByType(UnaryTests.class).forEach(this::unaryTests);
  }

  /** What an invocation calls is a function's name, with blanks in it as the case may be. */
  private static boolean isCalled(LiteralExpression expression) {
    return expression.getParentElement() instanceof Invocation;
  }

  private void decision(Decision decision) {
    if (isBlank(decision.getId()) || isBlank(decision.getName())) {
      add(decision, "needs an id and a name");
    }
    tooLong(decision.getId(), "id").ifPresent(text -> add(decision, text));
    tooLong(decision.getName(), "name").ifPresent(text -> add(decision, text));
    VersionTags.of(decision)
        .flatMap(tag -> tooLong(tag, "zeebe:versionTag"))
        .ifPresent(text -> add(decision, text));
    if (VersionTags.isWithoutValue(decision)) {
      add(decision, "zeebe:versionTag: needs a value; give it one or remove it");
    }
    if (decision.getExpression() == null) {
      add(decision, "has no logic; give it a decision table or a literal expression");
    }
  }

  private void table(DecisionTable table) {
    int inputs = table.getInputs().size();
    int outputs = table.getOutputs().size();
    int index = 0;
    for (Rule rule : table.getRules()) {
      index++;
      if (rule.getInputEntries().size() != inputs || rule.getOutputEntries().size() != outputs) {
        add(
            table,
            "rule %d has %d input and %d output entries, expected %d and %d"
                .formatted(
                    index,
                    rule.getInputEntries().size(),
                    rule.getOutputEntries().size(),
                    inputs,
                    outputs));
      }
    }
  }

  private void expression(LiteralExpression expression) {
    String text = text(expression.getText());
    if (text != null) {
      parsed(expression, feel.parseExpression(text));
    }
  }

  private void unaryTests(UnaryTests tests) {
    String text = text(tests.getText());
    if (text != null && !text.isEmpty()) {
      parsed(tests, feel.parseUnaryTests(text));
    }
  }

  private static String text(Text text) {
    return text == null ? null : text.getTextContent();
  }

  private void parsed(DmnElement where, ParseResult result) {
    if (result.isFailure()) {
      add(where, result.failure().message());
    } else {
      names.addAll(result.getVariableNames());
    }
  }

  private void add(DmnElement where, String text) {
    ModelElementInstance owner = where;
    while (!(owner instanceof DrgElement) && owner.getParentElement() != null) {
      owner = owner.getParentElement();
    }
    String ownerId = owner instanceof DmnElement element ? shown(element.getId()) : null;
    String part = owner == where || isBlank(where.getId()) ? "" : where.getId() + ": ";
    mistakes.add(
        "%s (dmn:%s): %s%s".formatted(ownerId, owner.getElementType().getTypeName(), part, text));
  }

  /** What goes into columns has a bound, for it is repeated in each row of a decision's history. */
  private static Optional<String> tooLong(String text, String what) {
    return text != null && text.length() > MAX_NAME
        ? Optional.of(
            "%s: has %d characters; at most %d are possible"
                .formatted(what, text.length(), MAX_NAME))
        : Optional.empty();
  }

  private static String shown(String id) {
    return id != null && id.length() > MAX_SHOWN ? id.substring(0, MAX_SHOWN) + "…" : id;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
