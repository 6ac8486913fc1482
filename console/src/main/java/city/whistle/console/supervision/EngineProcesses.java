package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;

import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import io.camunda.client.api.statistics.response.ProcessElementStatistics;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Processes and how many of them run, by Camunda's client. Every question throws {@code EngineAway}
 * where the engine doesn't answer.
 */
@Component
class EngineProcesses {

  /** Of all processes; a city that deploys weekly has some hundred a year. */
  private static final int DEFINITIONS_MAX = 1000;

  private static final int CACHED_MAX = 50;

  /** What is deployed under a key never changes. */
  private static final Duration DRAWN_FOR = Duration.ofDays(1);

  /** To count is work where hundreds of thousands run. */
  private static final Duration COUNTED_FOR = Duration.ofMinutes(1);

  private static final int BAD_REQUEST = 400;

  private final CamundaClient client;

  private final Kept<Long, DrawnProcess> drawn;
  private final Kept<Long, StepGraph> graphs;
  private final Kept<Long, ModelShape> shapes;
  private final Kept<Long, Map<String, ProcessElementStatistics>> counts;

  EngineProcesses(CamundaClient client, CityTime time) {
    this.client = client;
    this.drawn = new Kept<>(CACHED_MAX, DRAWN_FOR, time);
    this.graphs = new Kept<>(CACHED_MAX, DRAWN_FOR, time);
    this.shapes = new Kept<>(CACHED_MAX, DRAWN_FOR, time);
    this.counts = new Kept<>(CACHED_MAX, COUNTED_FOR, time);
  }

  /** All versions of each process, the newest first. */
  Map<String, List<ProcessDefinition>> versions() {
    return definitions(none -> {}).stream()
        .collect(
            Collectors.groupingBy(
                ProcessDefinition::getProcessDefinitionId,
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /** All versions of the process, the newest first; empty where there is no such process. */
  List<ProcessDefinition> versions(String processId) {
    return definitions(filter -> filter.processDefinitionId(processId));
  }

  private List<ProcessDefinition> definitions(
      Consumer<io.camunda.client.api.search.filter.ProcessDefinitionFilter> filter) {
    return asked(
            () ->
                client
                    .newProcessDefinitionSearchRequest()
                    .filter(filter)
                    .sort(sort -> sort.version().desc())
                    .page(page -> page.limit(DEFINITIONS_MAX))
                    .send()
                    .join()
                    .items())
        .stream()
        .sorted(
            Comparator.comparing(ProcessDefinition::getProcessDefinitionId)
                .thenComparing(ProcessDefinition::getVersion, Comparator.reverseOrder()))
        .toList();
  }

  /** The model that was deployed under this key. */
  DrawnProcess drawn(long definitionKey) {
    return drawn.get(
        definitionKey,
        () ->
            DrawnProcess.of(
                asked(
                    () -> client.newProcessDefinitionGetXmlRequest(definitionKey).send().join())));
  }

  /** How the steps of that model follow each other. */
  StepGraph graph(long definitionKey) {
    return graphs.get(definitionKey, () -> StepGraph.of(drawn(definitionKey)));
  }

  /** What an engine compares of that model with another version's. */
  ModelShape shape(long definitionKey) {
    return shapes.get(definitionKey, () -> ModelShape.of(drawn(definitionKey)));
  }

  /** How many instances of each version run; asked for all at once. */
  Map<Long, Long> running(List<Long> definitionKeys) {
    return asked(
        () -> {
          Map<Long, CamundaFuture<SearchResponse<ProcessInstance>>> sent =
              definitionKeys.stream()
                  .distinct()
                  .collect(Collectors.toMap(Function.identity(), this::countRunning));
          return sent.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, one -> one.getValue().join().page().totalItems()));
        });
  }

  private CamundaFuture<SearchResponse<ProcessInstance>> countRunning(long definitionKey) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(f -> f.processDefinitionKey(definitionKey).state(ProcessInstanceState.ACTIVE))
        .page(page -> page.limit(1))
        .send();
  }

  /** Of the instances that run: how many stand at each element, as of the last minute. */
  Map<String, ProcessElementStatistics> counts(long definitionKey) {
    return counts.get(definitionKey, () -> count(definitionKey));
  }

  private Map<String, ProcessElementStatistics> count(long definitionKey) {
    return asked(
        () ->
            client
                .newProcessDefinitionElementStatisticsRequest(definitionKey)
                .filter(f -> f.state(ProcessInstanceState.ACTIVE))
                .send()
                .join()
                .stream()
                .collect(
                    Collectors.toMap(ProcessElementStatistics::getElementId, Function.identity())));
  }

  /** What hinders instances of all processes, oldest first. */
  List<Incident> incidents(int max) {
    return asked(
        () ->
            client
                .newIncidentSearchRequest()
                .filter(f -> f.state(IncidentState.ACTIVE))
                .sort(sort -> sort.creationTime().asc())
                .page(page -> page.limit(max))
                .send()
                .join()
                .items());
  }

  /**
   * Running instances, oldest first.
   *
   * @param elementId that they stand at; null for any
   * @param hindered only those that can't go on there
   * @param after where the page before ended; null for the first
   * @throws NoSuchPage where {@code after} is no such place
   */
  SearchResponse<ProcessInstance> instances(
      long definitionKey, String elementId, boolean hindered, String after, int max) {
    return asked(
        () -> {
          try {
            return search(definitionKey, elementId, hindered, after, max);
          } catch (ProblemException e) {
            if (e.code() == BAD_REQUEST) {
              throw new NoSuchPage();
            }
            throw e;
          }
        });
  }

  private SearchResponse<ProcessInstance> search(
      long definitionKey, String elementId, boolean hindered, String after, int max) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(
            f -> {
              f.processDefinitionKey(definitionKey).state(ProcessInstanceState.ACTIVE);
              narrow(f, elementId, hindered);
            })
        .sort(sort -> sort.startDate().asc())
        .page(
            page -> {
              page.limit(max);
              if (after != null) {
                page.after(after);
              }
            })
        .send()
        .join();
  }

  private static void narrow(ProcessInstanceFilter filter, String elementId, boolean hindered) {
    if (elementId != null) {
      filter.elementId(elementId).elementInstanceState(ElementInstanceState.ACTIVE);
    }
    if (hindered && elementId != null) {
      filter.hasElementInstanceIncident(true);
    } else if (hindered) {
      filter.hasIncident(true);
    }
  }
}
