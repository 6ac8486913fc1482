package city.whistle.engine.grpc;

import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.outcome.Rejection;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResult;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResultCorrections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads what a task listener decided. */
final class ListenerResults {

  private ListenerResults() {}

  static TaskListenerResult read(JobResult result) {
    if (result.getType().equals("adHocSubProcess") || result.getActivateElementsCount() > 0) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED,
          "Results of ad-hoc sub-process jobs are not there yet: complete the job without one.");
    }
    JobResultCorrections corrections = result.getCorrections();
    return new TaskListenerResult(
        result.getDenied(),
        result.getDeniedReason(),
        corrected(corrections),
        corrections.getAssignee(),
        List.copyOf(corrections.getCandidateGroups().getValuesList()),
        List.copyOf(corrections.getCandidateUsers().getValuesList()),
        Requests.time("dueDate", corrections.getDueDate()),
        Requests.time("followUpDate", corrections.getFollowUpDate()),
        corrections.hasPriority() ? corrections.getPriority() : null);
  }

  private static Set<String> corrected(JobResultCorrections corrections) {
    Set<String> names = new LinkedHashSet<>();
    addIf(corrections.hasAssignee(), "assignee", names);
    addIf(corrections.hasCandidateGroups(), "candidateGroups", names);
    addIf(corrections.hasCandidateUsers(), "candidateUsers", names);
    addIf(corrections.hasDueDate(), "dueDate", names);
    addIf(corrections.hasFollowUpDate(), "followUpDate", names);
    addIf(corrections.hasPriority(), "priority", names);
    return names;
  }

  private static void addIf(boolean corrected, String name, Set<String> names) {
    if (corrected) {
      names.add(name);
    }
  }
}
