package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.api.search.response.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * All who have tasks: they see what is new, take it in their own time, and complete it with what
 * its form asks for.
 */
final class Staff {

  private static final int PAGE = 500;

  /** What comes of a day, the figures on it, and what is made of them. */
  private static final Set<String> PLAYED =
      Set.of(
          "complaint-case",
          "callback",
          "whistle",
          "department-report",
          "dispatch-objection",
          "suspension",
          "supervision",
          "lane-patrol",
          "matter",
          "exclusion-request",
          Themes.PROCESS,
          "monthly-assessment");

  private final CamundaClient client;
  private final ObjectMapper json = new ObjectMapper();
  private final Agenda agenda;
  private final Ledger ledger;
  private final Habits habits;
  private final Answers answers;
  private final Supplier<Instant> now;
  private final Subjects subjects;
  private final Map<String, Integer> times = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private final LongAdder done = new LongAdder();
  private String cursor;

  Staff(CamundaClient client, Chance chance, Agenda agenda, Ledger ledger, Supplier<Instant> now) {
    this.client = client;
    this.subjects = new Subjects(client);
    this.agenda = agenda;
    this.ledger = ledger;
    this.habits = new Habits(chance);
    this.answers = new Answers(chance);
    this.now = now;
  }

  /** How many tasks were completed. */
  long done() {
    return done.sum();
  }

  /** Looks for new tasks, and decides when each is done. */
  void look() {
    List<UserTask> page;
    do {
      page = page();
      subjects.learn(page);
      page.stream()
          .filter(task -> PLAYED.contains(task.getBpmnProcessId()))
          .filter(task -> seen.add(task.getUserTaskKey()))
          .forEach(this::plan);
    } while (page.size() == PAGE);
  }

  /** From the first again: a task may have got its key before others and have come after them. */
  void lookAgain() {
    cursor = null;
    look();
  }

  private List<UserTask> page() {
    SearchResponse<UserTask> found =
        Again.call(
            () ->
                client
                    .newUserTaskSearchRequest()
                    .filter(task -> task.state(UserTaskState.CREATED))
                    .sort(sort -> sort.creationDate().asc())
                    .page(
                        page -> {
                          page.limit(PAGE);
                          if (cursor != null) {
                            page.after(cursor);
                          }
                        })
                    .send()
                    .join());
    if (!found.items().isEmpty()) {
      cursor = found.page().endCursor();
    }
    return found.items();
  }

  private void plan(UserTask task) {
    String subject = subject(task);
    String same = subject + task.getElementId() + String.join(",", task.getCandidateGroups());
    int before = times.merge(same, 1, Integer::sum) - 1;
    Optional<Story> story = ledger.about(subject);
    long chance = story.map(s -> (long) s.caller().index()).orElseGet(() -> ledger.chance(subject));
    Work work = new Work(task, subject, chance, story, before);
    agenda.add(habits.when(work), () -> complete(work));
  }

  /** Of figures and themes several are at work, and not all have tags. */
  private String subject(UserTask task) {
    if (task.getElementId().equals(Plea.Kind.APPEAL.element())) {
      return "appeal:" + variable(task.getUserTaskKey(), "appeal").path("id").asText();
    }
    return task.getBpmnProcessId().equals(Themes.PROCESS)
        ? Themes.SUBJECT + variable(task.getUserTaskKey(), "theme").path("month").asText()
        : subjects.of(task);
  }

  private void complete(Work work) {
    long key = work.task().getUserTaskKey();
    Map<String, Object> variables = answers.of(work, now.get(), name -> variable(key, name));
    try {
      Again.call(() -> client.newAssignUserTaskCommand(key).assignee(person(work)).send().join());
      Again.call(() -> client.newCompleteUserTaskCommand(key).variables(variables).send().join());
      done.increment();
      ledger.done(work, variables, now.get());
    } catch (ProblemException e) {
      if (isOpen(key)) {
        ledger.refused(work.subject(), work.element() + ": " + e.details().getDetail());
      }
    }
  }

  private static String person(Work work) {
    return work.group().replace(':', '-') + "-duty";
  }

  /** What was taken away from its group meanwhile is nobody's mistake. */
  private boolean isOpen(long key) {
    return Again.call(() -> client.newUserTaskGetRequest(key).send().join()).getState()
        == UserTaskState.CREATED;
  }

  /** The task's own before that of what is around it, which was there earlier. */
  private JsonNode variable(long task, String name) {
    return Again.call(
            () ->
                client
                    .newUserTaskVariableSearchRequest(task)
                    .filter(filter -> filter.name(name))
                    .withFullValues()
                    .send()
                    .join())
        .items()
        .stream()
        .max(Comparator.comparing(Variable::getScopeKey))
        .map(variable -> parse(variable.getValue()))
        .orElseGet(MissingNode::getInstance);
  }

  /** Tasks that nobody has done, by the element that they are at. */
  Map<String, List<String>> open() {
    Map<String, List<String>> open = new TreeMap<>();
    cursor = null;
    List<UserTask> page;
    do {
      page = page();
      subjects.learn(page);
      page.forEach(
          task ->
              open.computeIfAbsent(task.getElementId(), at -> new ArrayList<>())
                  .add(subjects.of(task)));
    } while (page.size() == PAGE);
    return open;
  }

  private JsonNode parse(String value) {
    try {
      return json.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
