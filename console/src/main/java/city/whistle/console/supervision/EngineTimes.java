package city.whistle.console.supervision;

import static city.whistle.console.tasks.EngineAnswers.asked;

import city.whistle.console.supervision.StepTimes.Times;
import city.whistle.workers.calendar.CityTime;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How long steps take, from the instances that began in a period. Where there are many, as many are
 * taken from the start of each of its parts: the newest alone have no long steps behind them yet.
 * An answer is kept for some minutes, for it takes some hundred questions.
 */
@Component
class EngineTimes {

  private static final int INSTANCES_MAX = 200;
  private static final int PARTS = 20;
  private static final int ELEMENTS_MAX = 500;
  private static final int AT_ONCE = 8;
  private static final int KEPT_MAX = 50;
  private static final Duration KEPT_FOR = Duration.ofMinutes(10);

  private final CamundaClient client;
  private final CityTime time;
  private final Kept<Wanted, StepTimes> kept;

  EngineTimes(CamundaClient client, CityTime time) {
    this.client = client;
    this.time = time;
    this.kept = new Kept<>(KEPT_MAX, KEPT_FOR, time);
  }

  /** Of the version's instances that began in the last days. */
  StepTimes of(long definitionKey, int days) {
    Wanted wanted = new Wanted(definitionKey, days);
    return kept.get(wanted, () -> asked(() -> measure(wanted)));
  }

  private StepTimes measure(Wanted wanted) {
    OffsetDateTime to = time.now();
    OffsetDateTime from = to.minusDays(wanted.days());
    SearchResponse<ProcessInstance> first = search(wanted, from, to, INSTANCES_MAX).join();
    long all = first.page().totalItems();
    List<ProcessInstance> some =
        all <= first.items().size() ? first.items() : spread(wanted, from, to);
    Map<String, List<Duration>> times = new HashMap<>();
    for (int i = 0; i < some.size(); i += AT_ONCE) {
      some.subList(i, Math.min(i + AT_ONCE, some.size())).stream()
          .map(this::elements)
          .toList()
          .forEach(sent -> sent.join().items().forEach(element -> add(times, element)));
    }
    return new StepTimes(
        some.size(),
        all,
        times.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> Times.of(one.getValue()))),
        to);
  }

  private List<ProcessInstance> spread(Wanted wanted, OffsetDateTime from, OffsetDateTime to) {
    Duration part = Duration.between(from, to).dividedBy(PARTS);
    List<ProcessInstance> some = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      OffsetDateTime begin = from.plus(part.multipliedBy(i));
      some.addAll(search(wanted, begin, begin.plus(part), INSTANCES_MAX / PARTS).join().items());
    }
    return some;
  }

  private CamundaFuture<SearchResponse<ProcessInstance>> search(
      Wanted wanted, OffsetDateTime from, OffsetDateTime to, int max) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(
            f ->
                f.processDefinitionKey(wanted.definitionKey())
                    .startDate(start -> start.gte(from).lt(to)))
        .sort(sort -> sort.startDate().asc())
        .page(page -> page.limit(max))
        .send();
  }

  private CamundaFuture<SearchResponse<ElementInstance>> elements(ProcessInstance instance) {
    return client
        .newElementInstanceSearchRequest()
        .filter(
            f ->
                f.processInstanceKey(instance.getProcessInstanceKey())
                    .state(ElementInstanceState.COMPLETED))
        .page(page -> page.limit(ELEMENTS_MAX))
        .send();
  }

  private static void add(Map<String, List<Duration>> times, ElementInstance element) {
    if (element.getStartDate() != null && element.getEndDate() != null) {
      times
          .computeIfAbsent(element.getElementId(), none -> new ArrayList<>())
          .add(Duration.between(element.getStartDate(), element.getEndDate()));
    }
  }

  private record Wanted(long definitionKey, int days) {}
}
