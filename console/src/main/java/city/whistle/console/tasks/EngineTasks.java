package city.whistle.console.tasks;

import static city.whistle.console.tasks.EngineAnswers.asked;
import static city.whistle.console.tasks.EngineAnswers.commanded;

import city.whistle.workers.handling.TaskAction;
import city.whistle.workers.stuck.EngineView.EngineAway;
import city.whistle.workers.stuck.TasksOfInstances;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.filter.UserTaskFilter;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.SearchResponsePage;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import io.camunda.client.api.search.sort.UserTaskSort;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tasks at the engine, by Camunda's client. A question throws {@link EngineAway} where the engine
 * doesn't answer; a command throws {@link Refused} where it says no.
 */
@Component
public class EngineTasks {

  private static final int NOT_FOUND = 404;
  private static final int VARIABLES_MAX = 1000;

  /** The engine counts no further. */
  static final long COUNTED_MAX = 10_000;

  private final CamundaClient client;
  private final TasksOfInstances tasks;
  private final ObjectMapper json;

  EngineTasks(CamundaClient client, TasksOfInstances tasks, ObjectMapper json) {
    this.client = client;
    this.tasks = tasks;
    this.json = json;
  }

  public Optional<WorkTask> find(long key) {
    return asked(
        () -> {
          try {
            return Optional.of(WorkTask.of(client.newUserTaskGetRequest(key).send().join()));
          } catch (ProblemException e) {
            if (e.code() == NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /**
   * Open tasks that have a limit, by it; or that have none, by their age.
   *
   * @param from the earliest limit or age; null for any
   * @param after where the page before ended; null for the first
   */
  Found search(
      Consumer<UserTaskFilter> filter,
      boolean limited,
      OffsetDateTime from,
      String after,
      int max) {
    return page(
        f -> {
          narrow(f, limited, from);
          filter.accept(f);
        },
        sort -> (limited ? sort.dueDate() : sort.creationDate()).asc(),
        after,
        max);
  }

  /** Open tasks by their age, whether they have a limit or none. */
  List<WorkTask> oldest(Consumer<UserTaskFilter> filter, int max) {
    return page(filter, sort -> sort.creationDate().asc(), null, max).tasks();
  }

  private Found page(
      Consumer<UserTaskFilter> filter, Consumer<UserTaskSort> order, String after, int max) {
    return asked(
        () -> {
          SearchResponse<UserTask> found =
              client
                  .newUserTaskSearchRequest()
                  .filter(
                      f -> {
                        f.state(UserTaskState.CREATED);
                        filter.accept(f);
                      })
                  .sort(order)
                  .page(
                      page -> {
                        page.limit(max);
                        if (after != null) {
                          page.after(after);
                        }
                      })
                  .send()
                  .join();
          return new Found(
              found.items().stream().map(WorkTask::of).toList(),
              found.page().endCursor(),
              total(found.page()));
        });
  }

  /** Those that have a limit, or have none. */
  static Consumer<UserTaskFilter> limited(Consumer<UserTaskFilter> filter, boolean limited) {
    return f -> {
      narrow(f, limited, null);
      filter.accept(f);
    };
  }

  private static void narrow(UserTaskFilter filter, boolean limited, OffsetDateTime from) {
    if (limited && from != null) {
      filter.dueDate(due -> due.gte(from));
    } else {
      filter.dueDate(due -> due.exists(limited));
    }
    if (!limited && from != null) {
      filter.creationDate(created -> created.gte(from));
    }
  }

  /** Open tasks of the instances, without those of what they called. */
  public List<WorkTask> ofInstances(Collection<Long> instances) {
    return tasks.of(instances).values().stream().flatMap(List::stream).map(WorkTask::of).toList();
  }

  private static Long total(SearchResponsePage page) {
    boolean cut = Boolean.TRUE.equals(page.hasMoreTotalItems()) && page.totalItems() < COUNTED_MAX;
    return cut ? null : page.totalItems();
  }

  /**
   * How many open tasks there are; null where the engine counted less far than {@link
   * #COUNTED_MAX}.
   */
  Long count(Consumer<UserTaskFilter> filter) {
    return asked(
        () ->
            total(
                client
                    .newUserTaskSearchRequest()
                    .filter(
                        f -> {
                          f.state(UserTaskState.CREATED);
                          filter.accept(f);
                        })
                    .page(page -> page.limit(1))
                    .send()
                    .join()
                    .page()));
  }

  /** All that the task sees, by name. */
  ObjectNode variables(long key) {
    return asked(
        () -> {
          ObjectNode variables = json.createObjectNode();
          client
              .newUserTaskVariableSearchRequest(key)
              .withFullValues()
              .page(page -> page.limit(VARIABLES_MAX))
              .send()
              .join()
              .items()
              .forEach(variable -> variables.set(variable.getName(), read(variable)));
          return variables;
        });
  }

  /** What instances are about: their variables of these names. */
  public Map<Long, Map<String, JsonNode>> variables(
      Collection<Long> instances, List<String> names) {
    if (instances.isEmpty()) {
      return Map.of();
    }
    return asked(
        () -> {
          Map<Long, Map<String, JsonNode>> found = new HashMap<>();
          client
              .newVariableSearchRequest()
              .filter(
                  f ->
                      f.processInstanceKey(key -> key.in(List.copyOf(instances)))
                          .name(name -> name.in(names)))
              .page(page -> page.limit(VARIABLES_MAX))
              .send()
              .join()
              .items()
              .forEach(
                  variable ->
                      found
                          .computeIfAbsent(variable.getProcessInstanceKey(), k -> new HashMap<>())
                          .putIfAbsent(variable.getName(), read(variable)));
          return found;
        });
  }

  /** The form's schema; empty where the task has none. */
  Optional<String> form(long key) {
    return asked(
        () ->
            Optional.ofNullable(client.newUserTaskGetFormRequest(key).send().join())
                .map(form -> String.valueOf(form.getSchema())));
  }

  /**
   * @param force whether it is taken from whoever has it
   */
  public void assign(long key, String personId, boolean force) {
    commanded(
        () ->
            client
                .newAssignUserTaskCommand(key)
                .assignee(personId)
                .allowOverride(force)
                .send()
                .join());
  }

  /** Gives it back to its groups. */
  public void unassign(long key) {
    commanded(() -> client.newUnassignUserTaskCommand(key).send().join());
  }

  /**
   * @param lender for whom it is done; null where it is the person's own
   */
  void complete(long key, Map<String, Object> values, String lender) {
    commanded(
        () ->
            client
                .newCompleteUserTaskCommand(key)
                .variables(values)
                .action(TaskAction.completing(lender))
                .send()
                .join());
  }

  private JsonNode read(Variable variable) {
    try {
      return json.readTree(variable.getValue());
    } catch (JsonProcessingException e) {
      // cut off by the engine for its length, which none that is asked for reaches
      return json.nullNode();
    }
  }

  /**
   * A page of tasks.
   *
   * @param cursor where it ended
   * @param total of all pages, up to {@link #COUNTED_MAX}; null where the engine counted less far
   */
  record Found(List<WorkTask> tasks, String cursor, Long total) {}
}
