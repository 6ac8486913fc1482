package city.whistle.engine.command;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Execution;
import city.whistle.engine.outcome.Rejection;
import java.util.HashMap;
import java.util.Map;

/** The handler of each kind of command. */
final class Handlers {

  private final Map<Class<?>, CommandHandler<?, ?>> handlers = new HashMap<>();

  Handlers(Components c, Execution execution, EngineClock clock, FileCompiler compiler) {
    DueWork due = new DueWork(c);
    DeployHandler deploy = new DeployHandler(c, compiler);
    put(DeployResources.class, deploy);
    put(DeployCompiled.class, deploy::deploy);
    put(FindDeployed.class, command -> deploy.find(command.files()));
    put(CreateInstance.class, new CreateInstanceHandler(c));
    put(CancelInstance.class, new CancelInstanceHandler(c));
    put(ModifyInstance.class, new ModifyInstanceHandler(c));
    put(MigrateInstance.class, new MigrateInstanceHandler(c));
    put(PublishMessage.class, new PublishMessageHandler(c));
    put(CorrelateMessage.class, new CorrelateMessageHandler(c));
    put(BroadcastSignal.class, new BroadcastSignalHandler(c));
    put(ActivateJobs.class, new ActivateJobsHandler(c));
    put(ReleaseJobs.class, new ReleaseJobsHandler(c));
    put(CompleteJob.class, new CompleteJobHandler(c));
    put(FailJob.class, new FailJobHandler(c));
    put(ThrowJobError.class, new ThrowJobErrorHandler(c));
    put(UpdateJob.class, new UpdateJobHandler(c));
    put(SetVariables.class, new SetVariablesHandler(c));
    put(ResolveIncident.class, new ResolveIncidentHandler(c, execution));
    put(AssignUserTask.class, new AssignUserTaskHandler(c));
    put(UnassignUserTask.class, new UnassignUserTaskHandler(c));
    put(UpdateUserTask.class, new UpdateUserTaskHandler(c));
    put(CompleteUserTask.class, new CompleteUserTaskHandler(c));
    put(EvaluateDecision.class, new EvaluateDecisionHandler(c));
    MoveClockHandler moveClock = new MoveClockHandler(c, execution, clock, due);
    put(MoveClock.By.class, moveClock::by);
    put(MoveClock.To.class, moveClock::to);
    put(MoveClock.Reset.class, moveClock::reset);
    put(TriggerDue.class, command -> new TriggerDue.Triggered(due.trigger()));
    put(FindWork.class, command -> c.turn.state().isAtWork());
    put(ContinueSteps.class, new ContinueStepsHandler(c, execution));
  }

  private <A, C extends Command<A>> void put(Class<C> type, CommandHandler<C, A> handler) {
    handlers.put(type, handler);
  }

  @SuppressWarnings("unchecked")
  <A> A handle(Command<A> command) {
    CommandHandler<Command<A>, A> handler =
        (CommandHandler<Command<A>, A>) handlers.get(command.getClass());
    if (handler == null) {
      throw new Rejection(
          Rejection.Type.NOT_IMPLEMENTED,
          command.getClass().getSimpleName() + " is not there yet.");
    }
    return handler.handle(command);
  }
}
