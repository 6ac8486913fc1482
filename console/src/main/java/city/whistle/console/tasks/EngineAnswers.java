package city.whistle.console.tasks;

import city.whistle.workers.stuck.EngineView.EngineAway;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ProblemException;
import java.util.function.Supplier;

/** What the engine answers to Camunda's client, as the pages take it. */
public final class EngineAnswers {

  private static final int CLIENT_ERRORS = 400;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERRORS = 500;

  private EngineAnswers() {}

  /**
   * @throws EngineAway where the engine doesn't answer
   */
  public static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (ClientException e) {
      throw new EngineAway(e);
    }
  }

  /**
   * @throws Refused where the engine says no
   * @throws EngineAway where it doesn't answer
   */
  public static void commanded(Supplier<?> command) {
    try {
      command.get();
    } catch (ProblemException e) {
      if (e.code() >= CLIENT_ERRORS && e.code() < SERVER_ERRORS) {
        throw Refused.of(e.details().getDetail(), e.code() == CONFLICT);
      }
      throw new EngineAway(e);
    } catch (ClientException e) {
      throw new EngineAway(e);
    }
  }
}
