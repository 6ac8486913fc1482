package city.whistle.workers.sheet;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes files that people bring; they are worked on one after the other. */
@Component
public class SheetDesk {

  private final SheetRuns runs;
  private final ApplicationEventPublisher events;

  SheetDesk(SheetRuns runs, ApplicationEventPublisher events) {
    this.runs = runs;
    this.events = events;
  }

  /**
   * @param apply whether it is imported at once where nothing is wrong with it
   * @throws TooMany where too many wait
   */
  @Transactional
  public UUID bring(SheetKind kind, byte[] file, String who, boolean apply) {
    if (runs.waiting() >= SheetRuns.WAITING_MAX) {
      throw new TooMany();
    }
    UUID id = runs.insert(kind, who, file, apply);
    events.publishEvent(new Brought());
    return id;
  }

  public Optional<SheetRun> find(UUID id) {
    return runs.find(id);
  }

  /** The last brought first, without what came of them. */
  public List<SheetRun> newest(int max) {
    return runs.newest(max);
  }

  /** Has a file imported that was looked at; false where it isn't one, or was imported before. */
  @Transactional
  public boolean apply(UUID id) {
    boolean taken = runs.apply(id);
    if (taken) {
      events.publishEvent(new Brought());
    }
    return taken;
  }

  record Brought() {}

  /** Too many files wait. */
  public static class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooMany() {
      super(SheetRuns.WAITING_MAX + " files wait already; bring it again in a minute");
    }
  }
}
