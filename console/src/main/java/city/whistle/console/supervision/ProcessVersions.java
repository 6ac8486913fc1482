package city.whistle.console.supervision;

import city.whistle.console.supervision.ProcessesPage.Version;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The versions of a process that matter: the newest, and all of which instances run. */
@Component
class ProcessVersions {

  /** What is older is not asked for; a case runs for weeks, not for years. */
  private static final int ASKED_MAX = 30;

  private final EngineProcesses processes;

  ProcessVersions(EngineProcesses processes) {
    this.processes = processes;
  }

  /**
   * @param all versions of one process, the newest first
   * @param chosen number of the one that is shown; 0 for none
   */
  List<Version> of(List<ProcessDefinition> all, int chosen) {
    List<ProcessDefinition> asked = all.stream().limit(ASKED_MAX).toList();
    Map<Long, Long> running =
        processes.running(asked.stream().map(ProcessDefinition::getProcessDefinitionKey).toList());
    return asked.stream()
        .map(one -> version(one, running.get(one.getProcessDefinitionKey()), chosen))
        .filter(one -> one.running() > 0 || one.chosen() || one.number() == all.get(0).getVersion())
        .toList();
  }

  private static Version version(ProcessDefinition one, long running, int chosen) {
    return new Version(
        one.getVersion(),
        one.getVersionTag() == null || one.getVersionTag().isBlank() ? null : one.getVersionTag(),
        running,
        path(one.getProcessDefinitionId(), one.getVersion()),
        instances(one.getProcessDefinitionId(), one.getVersion(), null, false, null),
        one.getVersion() == chosen);
  }

  /**
   * @param version null for the newest
   */
  static String path(String processId, Integer version) {
    return at("/supervision/processes/{id}", version).buildAndExpand(processId).encode().toString();
  }

  /** Of the list of running instances, as {@link EngineProcesses#instances} finds them. */
  static String instances(
      String processId, int version, String element, boolean hindered, String after) {
    UriComponentsBuilder path = at("/supervision/processes/{id}/instances", version);
    if (element != null) {
      path.queryParam("element", element);
    }
    if (hindered) {
      path.queryParam("incidents", true);
    }
    if (after != null) {
      path.queryParam("after", "{after}");
      return path.buildAndExpand(processId, after).encode().toString();
    }
    return path.buildAndExpand(processId).encode().toString();
  }

  private static UriComponentsBuilder at(String page, Integer version) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
    return version == null ? path : path.queryParam("version", version);
  }
}
