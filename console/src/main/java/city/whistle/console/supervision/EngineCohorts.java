package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.filter.ProcessInstanceFilter;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Many process instances at once, by Camunda's client. Every question throws {@code EngineAway}
 * where the engine doesn't answer.
 */
@Component
class EngineCohorts {

  private final CamundaClient client;

  EngineCohorts(CamundaClient client) {
    this.client = client;
  }

  /** Those of them that the engine knows, whether they run or not. */
  List<ProcessInstance> find(Collection<Long> keys) {
    return keys.isEmpty() ? List.of() : search(keys, keys.size(), any -> {}).items();
  }

  /** How many of them run by this version. */
  long by(long definitionKey, Collection<Long> keys) {
    return count(keys, f -> f.processDefinitionKey(definitionKey));
  }

  /** How many of them stand at this element. */
  long at(String elementId, Collection<Long> keys) {
    return count(
        keys, f -> f.elementId(elementId).elementInstanceState(ElementInstanceState.ACTIVE));
  }

  private long count(Collection<Long> keys, Consumer<ProcessInstanceFilter> which) {
    return keys.isEmpty()
        ? 0
        : search(keys, 1, which.andThen(f -> f.state(ProcessInstanceState.ACTIVE)))
            .page()
            .totalItems();
  }

  private SearchResponse<ProcessInstance> search(
      Collection<Long> keys, int max, Consumer<ProcessInstanceFilter> which) {
    return asked(
        () ->
            client
                .newProcessInstanceSearchRequest()
                .filter(which.andThen(f -> f.processInstanceKey(key -> key.in(List.copyOf(keys)))))
                .sort(sort -> sort.processInstanceKey().asc())
                .page(page -> page.limit(max))
                .send()
                .join());
  }
}
