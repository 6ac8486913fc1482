package city.whistle.workers;

import city.whistle.engine.test.EngineUnderTest;
import org.springframework.context.SmartLifecycle;

/** Has an application's workers wait for their jobs, until they are closed with it. */
public final class WaitingPolls implements SmartLifecycle {

  private boolean running;

  @Override
  public void start() {
    EngineUnderTest.get().letPollsWait();
    running = true;
  }

  @Override
  public void stop() {
    EngineUnderTest.get().endPolls();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Begins before the workers, and ends after them, while their client is still open. */
  @Override
  public int getPhase() {
    return 0;
  }
}
