package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.workers.casefile.CaseFile;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.api.search.filter.UserTaskFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The calls to make: tasks {@code CallResident}. Nobody gets a call about a case that a unit of his
 * own handles: who handles a case doesn't steer how it is judged.
 */
@Component
public class CallTasks {

  private static final String STEP = "CallResident";

  /** As many as colleagues may take in the same moment, or as may be about the person's units. */
  private static final int TRIED_MAX = 50;

  private final EngineTasks engine;
  private final Access access;

  CallTasks(EngineTasks engine, Access access) {
    this.engine = engine;
    this.access = access;
  }

  /** The one that the person has taken; empty where he has none. */
  public Optional<Call> taken(Person person) {
    return search(filter -> filter.assignee(person.id())).stream()
        .flatMap(task -> call(person, task).stream())
        .findFirst();
  }

  /** Takes the one that has waited longest; false where there is none. */
  public boolean takeNext(Person person) {
    return search(filter -> filter.assignee(none -> none.exists(false))).stream()
        .filter(task -> call(person, task).isPresent())
        .anyMatch(task -> take(person, task));
  }

  /** How many wait for somebody. */
  public long waiting() {
    return engine.count(filter -> ours(filter).assignee(none -> none.exists(false)));
  }

  /** The call, if it is open and the person has taken it. */
  public Optional<Call> find(Person person, long key) {
    return engine
        .find(key)
        .filter(task -> task.open() && STEP.equals(task.elementId()))
        .filter(task -> task.isTakenBy(person.id()))
        .flatMap(task -> call(person, task));
  }

  /** Ends the call; what the engine says against it, or empty where it was taken. */
  public Optional<String> complete(Person person, Call call, Map<String, Object> values) {
    try {
      engine.complete(call.key(), values, access.lender(person, Right.CALLBACKS).orElse(null));
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  /** Gives it back to all agents; what the engine says against it, or empty where it was taken. */
  public Optional<String> giveBack(Call call) {
    try {
      engine.unassign(call.key());
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private boolean take(Person person, WorkTask task) {
    try {
      engine.assign(task.key(), person.id(), false);
      return true;
    } catch (Refused takenMeanwhile) {
      return false;
    }
  }

  private List<WorkTask> search(Consumer<UserTaskFilter> filter) {
    return engine.oldest(found -> filter.accept(ours(found)), TRIED_MAX);
  }

  private static UserTaskFilter ours(UserTaskFilter filter) {
    return filter.elementId(STEP).candidateGroup("agent");
  }

  private Optional<Call> call(Person person, WorkTask task) {
    Map<String, JsonNode> about =
        engine
            .variables(List.of(task.processInstanceKey()), List.of("case", "callback"))
            .getOrDefault(task.processInstanceKey(), Map.of());
    JsonNode callback = about.get("callback");
    return Optional.ofNullable(about.get("case"))
        .flatMap(file -> access.seen(person, file.path("number").asText()))
        .filter(file -> !isOwn(person, file))
        .map(
            file ->
                new Call(
                    task.key(),
                    file,
                    number(callback, "call", "attempt"),
                    number(callback, "calls", "maxAttempts")));
  }

  /** Calls of a callback that was planned before they were counted are its attempts. */
  private static int number(JsonNode callback, String name, String before) {
    return callback == null ? 1 : callback.path(name).asInt(callback.path(before).asInt(1));
  }

  private static boolean isOwn(Person person, CaseFile file) {
    return file.owner() != null
        && person.roles().stream()
            .anyMatch(held -> Objects.equals(held.unitCode(), file.owner().code()));
  }

  /**
   * A call to make.
   *
   * @param attempt from 1
   */
  public record Call(long key, CaseFile file, int attempt, int attempts) {}
}
