package city.whistle.console.supervision;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Redirect;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.camunda.client.api.search.response.Variable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A variable of an instance. It is changed in two steps: first the new value is shown beside the
 * old one; then it is set, where the old one is still what was shown.
 */
@Controller
class VariableController {

  private static final String PATH =
      "/supervision/instances/{instance:\\d{1,18}}/variables/{variable:\\d{1,18}}";
  private static final int VALUE_MAX = 100_000;

  private final KnownInstances known;
  private final EngineInstances engine;
  private final InstanceInterventions interventions;
  private final Access access;
  private final ObjectReader json;

  VariableController(
      KnownInstances known,
      EngineInstances engine,
      InstanceInterventions interventions,
      Access access,
      ObjectMapper json) {
    this.known = known;
    this.engine = engine;
    this.interventions = interventions;
    this.access = access;
    this.json =
        json.readerFor(Object.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  @GetMapping(PATH)
  @Allowed(Right.SUPERVISION)
  Answer show(@PathVariable("instance") long key, @PathVariable long variable, Person person) {
    KnownInstance of = known.require(person, key);
    Variable found = require(of, variable);
    boolean may = access.may(person, Right.INTERVENE) && isChangeable(of, found);
    return page(of, found, may, found.getValue(), false, ActionForm.empty());
  }

  /**
   * @param value its new value, as JSON
   * @param before the value that the preview showed; absent where there was none yet
   */
  @PostMapping(PATH)
  @Allowed(Right.INTERVENE)
  Answer change(
      @PathVariable("instance") long key,
      @PathVariable long variable,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(required = false) String before,
      @RequestParam(defaultValue = "") String reason,
      Person person) {
    KnownInstance of = known.require(person, key);
    Variable found = require(of, variable);
    if (!isChangeable(of, found)) {
      return page(of, found, false, found.getValue(), false, ActionForm.empty());
    }
    ActionForm sent = ActionForm.sent(reason);
    Object read = read(value.strip(), sent);
    boolean same = found.getValue().equals(before);
    if (before != null && !same) {
      sent.problems().add("value", "variable.changedMeanwhile");
    }
    if (!sent.problems().isEmpty() || !same) {
      return page(of, found, true, value.strip(), sent.problems().isEmpty(), sent);
    }
    return sent.act(
        form -> page(of, found, true, value.strip(), true, form),
        () -> {
          interventions.change(person, of, found, read, value.strip(), sent.reason());
          return Redirect.to(path(of, found)).saying("variable.done", found.getName());
        });
  }

  private Object read(String value, ActionForm sent) {
    if (value.length() > VALUE_MAX) {
      sent.problems().add("value", "variable.tooLong", VALUE_MAX);
      return null;
    }
    try {
      return value.isEmpty() ? wrong(sent) : json.readValue(value);
    } catch (JsonProcessingException e) {
      return wrong(sent);
    }
  }

  private static Object wrong(ActionForm sent) {
    sent.problems().add("value", "variable.notJson");
    return null;
  }

  private Variable require(KnownInstance of, long variable) {
    return engine
        .variable(variable)
        .filter(one -> one.getProcessInstanceKey() == of.key())
        .orElseThrow(NoSuchPage::new);
  }

  /** Whose the instance is, nobody changes. */
  private static boolean isChangeable(KnownInstance of, Variable variable) {
    return of.isRunning() && !variable.getName().equals(InstanceCases.CASE_ID);
  }

  private static String path(KnownInstance of, Variable variable) {
    return of.path() + "/variables/" + variable.getVariableKey();
  }

  private static VariablePage page(
      KnownInstance of,
      Variable variable,
      boolean changes,
      String written,
      boolean sure,
      ActionForm form) {
    return new VariablePage(
        variable.getName(),
        path(of, variable),
        of.path(),
        of.number(),
        variable.getValue(),
        changes,
        written,
        sure,
        form);
  }
}
