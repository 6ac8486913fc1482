package city.whistle.app.day;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tasks are about: the tag of the process that called all others. */
final class Subjects {

  private static final int PAGE = 500;

  private final CamundaClient client;
  private final Map<Long, Long> callers = new HashMap<>();
  private final Map<Long, String> tags = new HashMap<>();

  Subjects(CamundaClient client) {
    this.client = client;
  }

  /** Learns what these tasks are about. */
  void learn(List<UserTask> tasks) {
    Set<Long> unknown = new HashSet<>();
    tasks.forEach(task -> unknown.add(task.getProcessInstanceKey()));
    unknown.removeIf(this::isKnown);
    while (!unknown.isEmpty()) {
      Set<Long> next = new HashSet<>();
      find(unknown).forEach(instance -> keep(instance, next));
      unknown.clear();
      unknown.addAll(next);
    }
  }

  /** Empty for what was not learned. */
  String of(UserTask task) {
    Long key = task.getProcessInstanceKey();
    while (callers.containsKey(key)) {
      key = callers.get(key);
    }
    return tags.getOrDefault(key, "");
  }

  private boolean isKnown(Long instance) {
    return tags.containsKey(instance) || callers.containsKey(instance);
  }

  private void keep(ProcessInstance instance, Set<Long> next) {
    Long caller = instance.getParentProcessInstanceKey();
    if (caller == null) {
      tags.put(
          instance.getProcessInstanceKey(),
          instance.getTags().stream().findFirst().orElse(instance.getProcessDefinitionId()));
    } else {
      callers.put(instance.getProcessInstanceKey(), caller);
      if (!isKnown(caller)) {
        next.add(caller);
      }
    }
  }

  private List<ProcessInstance> find(Collection<Long> keys) {
    return Again.call(
            () ->
                client
                    .newProcessInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key -> key.in(List.copyOf(keys))))
                    .page(page -> page.limit(PAGE))
                    .send()
                    .join())
        .items();
  }
}
