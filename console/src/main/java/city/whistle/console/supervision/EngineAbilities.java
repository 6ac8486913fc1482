package city.whistle.console.supervision;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What the engine in use can do beside what every engine can. */
@Component
class EngineAbilities {

  /** Of no instance: keys of a partition begin far above it. */
  private static final long NOBODYS = 1;

  private static final int NOT_IMPLEMENTED = 501;
  private static final int SERVER_ERRORS = 500;

  private final Asked moves;
  private final Asked migrates;

  EngineAbilities(CamundaClient client) {
    this.moves =
        new Asked(
            () ->
                client.newModifyProcessInstanceCommand(NOBODYS).activateElement("nowhere").send());
    this.migrates =
        new Asked(
            () ->
                client
                    .newMigrateProcessInstanceCommand(NOBODYS)
                    .migrationPlan(NOBODYS)
                    .addMappingInstruction("nowhere", "nowhere")
                    .send());
  }

  /** What instances can be made to become: {@code move}, {@code migrate}. */
  List<String> changes() {
    List<String> found = new ArrayList<>();
    if (movesTokens().orElse(false)) {
      found.add(Bulk.MOVE);
    }
    if (migrates().orElse(false)) {
      found.add(Bulk.MIGRATE);
    }
    return found;
  }

  /**
   * Keys of sentences that say what it can't do, and what helps instead; nothing of what it doesn't
   * tell now.
   */
  List<String> never() {
    List<String> found = new ArrayList<>();
    if (!movesTokens().orElse(true)) {
      found.add("instance.moves.never");
    }
    if (!migrates().orElse(true)) {
      found.add("instance.migrates.never");
    }
    return found;
  }

  /**
   * Whether instances can be modified.
   *
   * @return empty where it doesn't answer now
   */
  Optional<Boolean> movesTokens() {
    return moves.answer();
  }

  /**
   * Whether instances can be migrated to another version.
   *
   * @return empty where it doesn't answer now
   */
  Optional<Boolean> migrates() {
    return migrates.answer();
  }

  /**
   * A command that the engine is given once, about an instance that isn't there: it answers that it
   * isn't, or that it never does so.
   */
  private static final class Asked {

    private final Supplier<CamundaFuture<?>> command;
    private volatile Optional<Boolean> known = Optional.empty();

    Asked(Supplier<CamundaFuture<?>> command) {
      this.command = command;
    }

    Optional<Boolean> answer() {
      if (known.isEmpty()) {
        known = ask();
      }
      return known;
    }

    private Optional<Boolean> ask() {
      try {
        command.get().join();
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
}
