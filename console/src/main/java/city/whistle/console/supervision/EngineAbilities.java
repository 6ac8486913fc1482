package city.whistle.console.supervision;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the engine in use can do beside what every engine can. */
@Component
class EngineAbilities {

  /** Of no instance: keys of a partition begin far above it. */
  private static final long NOBODYS = 1;

  private static final int NOT_IMPLEMENTED = 501;
  private static final int SERVER_ERRORS = 500;

  private final CamundaClient client;
  private volatile Optional<Boolean> moves = Optional.empty();

  EngineAbilities(CamundaClient client) {
    this.client = client;
  }

  /**
   * Whether instances can be modified and migrated. The engine is asked to modify one that isn't
   * there, once: it answers that it isn't, or that it never does so.
   *
   * @return empty where it doesn't answer now
   */
  Optional<Boolean> movesTokens() {
    if (moves.isEmpty()) {
      moves = ask();
    }
    return moves;
  }

  private Optional<Boolean> ask() {
    try {
      client.newModifyProcessInstanceCommand(NOBODYS).activateElement("nowhere").send().join();
      return Optional.of(true);
    } catch (ProblemException e) {
      return e.code() == NOT_IMPLEMENTED
          ? Optional.of(false)
          : Optional.of(true).filter(any -> e.code() < SERVER_ERRORS);
    } catch (ClientStatusException e) {
      return switch (e.getStatusCode()) {
        case UNIMPLEMENTED -> Optional.of(false);
        case NOT_FOUND, INVALID_ARGUMENT -> Optional.of(true);
        default -> Optional.empty();
      };
    } catch (ClientException e) {
      return Optional.empty();
    }
  }
}
