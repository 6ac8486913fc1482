package city.whistle.engine.grpc;

import city.whistle.engine.command.TaskChanges;
import city.whistle.engine.command.TaskListenerResult;
import city.whistle.engine.outcome.Rejection;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResult;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.JobResultCorrections;
import java.util.List;

/** Reads what a task listener decided. */
final class ListenerResults {

  private ListenerResults() {}

  static TaskListenerResult read(JobResult result) {
    if (result.getType().equals("adHocSubProcess") || result.getActivateElementsCount() > 0) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED,
          "Results of ad-hoc sub-process jobs are not there yet: complete the job without one.");
    }
    return new TaskListenerResult(
        result.getDenied(), result.getDeniedReason(), corrections(result.getCorrections()));
  }

  private static TaskChanges corrections(JobResultCorrections wanted) {
    return new TaskChanges(
        wanted.hasAssignee() ? wanted.getAssignee() : null,
        wanted.hasCandidateGroups()
            ? List.copyOf(wanted.getCandidateGroups().getValuesList())
            : null,
        wanted.hasCandidateUsers() ? List.copyOf(wanted.getCandidateUsers().getValuesList()) : null,
        wanted.hasDueDate() ? wanted.getDueDate() : null,
        wanted.hasFollowUpDate() ? wanted.getFollowUpDate() : null,
        wanted.hasPriority() ? wanted.getPriority() : null);
  }
}
