package city.whistle.engine.execution.behavior;

import city.whistle.engine.execution.Evaluator;
import city.whistle.engine.execution.Jobs;
import city.whistle.engine.execution.Scopes;
import city.whistle.engine.expression.Expression;
import city.whistle.engine.expression.VariableSource;
import city.whistle.engine.json.Json;
import city.whistle.engine.model.Definition;
import city.whistle.engine.model.JobSpec;
import city.whistle.engine.state.ElementInstance;
import city.whistle.engine.state.Row;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jobs for user tasks in the older way of modelling. What the model says of the task is evaluated
 * as its element begins and goes into the job's headers: texts as they are, lists as JSON, dates as
 * ISO 8601, a linked form by its key.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/components/modeler/bpmn/user-tasks/#job-worker-implementation">job
 *     worker implementation</a>
 * @see <a
 *     href="https://docs.camunda.io/docs/8.8/apis-tools/migration-manuals/migrate-to-camunda-user-tasks/">its
 *     headers</a>
 */
record UserTaskJobs(Scopes scopes, Evaluator evaluator, LinkedForms forms, Jobs jobs) {

  private static final String PREFIX = "io.camunda.zeebe:";

  void create(ElementInstance instance, Definition.JobUserTask task) {
    VariableSource variables = scopes.visibleFrom(instance.key());
    Map<String, String> headers = new LinkedHashMap<>(task.job().headers());
    put("assignee", evaluator.optionalText(task.assignee(), variables), headers);
    put("candidateGroups", list(task.candidateGroups(), variables), headers);
    put("candidateUsers", list(task.candidateUsers(), variables), headers);
    put("dueDate", date(task.dueDate(), variables), headers);
    put("followUpDate", date(task.followUpDate(), variables), headers);
    long form = forms.keyOf(task.formId(), task.formBinding(), instance, variables);
    put("formKey", form == Row.NONE ? null : Long.toString(form), headers);
    jobs.create(instance, new JobSpec(task.job().type(), task.job().retries(), headers));
  }

  private String list(Expression expression, VariableSource variables) {
    List<String> texts = evaluator.texts(expression, variables);
    return texts.isEmpty() ? null : Json.write(texts);
  }

  private String date(Expression expression, VariableSource variables) {
    OffsetDateTime date = evaluator.date(expression, variables);
    return date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date);
  }

  private static void put(String name, String value, Map<String, String> headers) {
    if (value != null) {
      headers.put(PREFIX + name, value);
    }
  }
}
