package city.whistle.app.day;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The engine's book: which processes run, ended, or stand still. */
final class Engine {

  /** What a day begins and must bring to an end. */
  static final List<String> OF_A_DAY =
      List.of("complaint-case", "whistle", "lane-patrol", "matter");

  /** What is asked about a day's cases, and made of many of them. */
  static final List<String> OF_MONTHS =
      List.of("exclusion-request", "monthly-assessment", Themes.PROCESS);

  private static final int PAGE = 1000;

  private final CamundaClient client;

  Engine(CamundaClient client) {
    this.client = client;
  }

  /** How many of these processes still run. */
  long running(List<String> processes) {
    return processes.stream()
        .mapToLong(process -> count(process, ProcessInstanceState.ACTIVE))
        .sum();
  }

  long count(String process, ProcessInstanceState state) {
    return Again.call(
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processDefinitionId(process).state(state))
                    .page(page -> page.limit(1))
                    .send()
                    .join())
        .page()
        .totalItems();
  }

  long incidents() {
    return Again.call(
            () ->
                client
                    .newIncidentSearchRequest()
                    .filter(incident -> incident.state(IncidentState.ACTIVE))
                    .page(page -> page.limit(1))
                    .send()
                    .join())
        .page()
        .totalItems();
  }

  /** Shows each instance of the process that no other called, with its tag. */
  void each(String process, Consumer<Instance> seen) {
    String cursor = null;
    List<ProcessInstance> items;
    do {
      SearchResponse<ProcessInstance> page = page(process, cursor);
      items = page.items();
      for (ProcessInstance instance : items) {
        if (instance.getParentProcessInstanceKey() == null) {
          seen.accept(Instance.of(instance));
        }
      }
      cursor = page.page().endCursor();
    } while (items.size() == PAGE);
  }

  private SearchResponse<ProcessInstance> page(String process, String cursor) {
    return Again.call(
        () ->
            client
                .newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(process))
                .page(
                    page -> {
                      page.limit(PAGE);
                      if (cursor != null) {
                        page.after(cursor);
                      }
                    })
                .send()
                .join());
  }

  /**
   * A process that was begun.
   *
   * @param tag empty where it has none
   */
  record Instance(long key, Optional<String> tag, ProcessInstanceState state) {

    private static Instance of(ProcessInstance found) {
      return new Instance(
          found.getProcessInstanceKey(), found.getTags().stream().findFirst(), found.getState());
    }
  }
}
