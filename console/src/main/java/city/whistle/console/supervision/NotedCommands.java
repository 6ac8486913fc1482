package city.whistle.console.supervision;

import city.whistle.console.account.Person;
import city.whistle.console.audit.ActionLog;
import city.whistle.console.audit.ActionLog.Deed;
import city.whistle.console.tasks.Refused;
import city.whistle.workers.stuck.EngineView.EngineAway;
import org.springframework.stereotype.Component;

/** Commands to the engine, each noted in the action log, whether or not it was done. */
@Component
class NotedCommands {

  private static final String NO_ANSWER = "the engine didn't answer";

  private final ActionLog log;

  NotedCommands(ActionLog log) {
    this.log = log;
  }

  /**
   * @throws Refused where the engine says no
   */
  void run(Person person, Deed deed, String reason, Runnable command) {
    try {
      command.run();
    } catch (Refused e) {
      log.refused(person.id(), deed, reason, e.getMessage());
      throw e;
    } catch (EngineAway e) {
      log.refused(person.id(), deed, reason, NO_ANSWER);
      throw e;
    }
    log.done(person.id(), deed, reason);
  }
}
