package city.whistle.app.day;

import city.whistle.app.example.CaseApi;
import city.whistle.app.example.CityClock;
import city.whistle.app.example.Place;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A day being played. The clock stands still while people act and the program works, and moves to
 * the next thing that is due when all is quiet, so that the same plan is always played the same
 * way.
 */
public final class DayPlay implements AutoCloseable {

  /**
   * How the clock moves: to the next thing that somebody does, and not further than so; who would
   * do something within a moment from then does it then.
   */
  private record Pace(Duration longest, Duration moment) {}

  private static final Pace OF_THE_DAY = new Pace(Duration.ofMinutes(30), Duration.ofMinutes(5));
  private static final Pace AFTERWARDS = new Pace(Duration.ofHours(12), Duration.ofMinutes(30));
  private static final Pace UNTIL_FIGURES = new Pace(Duration.ofDays(1), Duration.ofMinutes(30));

  /** By then the longest case of a day is over, done again as often as it may be. */
  private static final Duration LONGEST = Duration.ofDays(150);

  /** Registry and engine are not compared twice within minutes, and the clock stands still. */
  private static final Duration BEFORE_BOOKS = Duration.ofHours(1);

  private static final Duration QUIET_PATIENCE = Duration.ofMinutes(5);
  private static final Duration RETRY_EVERY = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final DayPlan plan;
  private final CamundaClient client;
  private final CaseApi api;
  private final CityClock clock;
  private final Backstage backstage;
  private final Engine engine;
  private final Agenda agenda = new Agenda();
  private final Ledger ledger;
  private final Hotline hotline;
  private final Staff staff;
  private final Residents residents;
  private final Owners owners;
  private final Deeds deeds = new Deeds();
  private final Consumer<Progress> shown;
  private volatile Instant now;
  private long begun;

  /**
   * @param place where the clock stands still at the day's beginning
   * @param shown is told how far it is after each step
   */
  public DayPlay(DayPlan plan, Place place, Backstage backstage, Consumer<Progress> shown) {
    this.plan = plan;
    this.client = place.client();
    this.api = new CaseApi(place.api(), place.apiKey());
    this.clock = new CityClock(place.management());
    this.backstage = backstage;
    this.engine = new Engine(client);
    this.ledger = new Ledger(plan);
    this.hotline = new Hotline(api, plan, ledger, agenda, () -> now);
    this.staff = new Staff(client, plan.chance(), agenda, ledger, () -> now);
    this.residents = new Residents(api, plan.chance(), ledger, agenda, () -> now);
    this.owners = new Owners(api, new Assessment(api), plan, ledger, agenda, () -> now);
    this.shown = shown;
    this.now = plan.begins();
  }

  /**
   * How far it is.
   *
   * @param cases that were opened
   * @param tasks that were completed
   * @param wall how long it took until now
   */
  public record Progress(Instant now, long cases, long tasks, Duration wall) {}

  /** Plays it to its end, and says what the books say of it. */
  public DayResult play() {
    begun = System.nanoTime();
    clock.stand(now);
    hotline.plan();
    Themes.plan(plan, agenda, client);
    while (now.isBefore(plan.ends())) {
      step(OF_THE_DAY, plan.ends());
      backstage.look();
    }
    Duration day = wall();
    Instant last = plan.ends().plus(LONGEST);
    while (now.isBefore(last) && isMoreToDo()) {
      step(AFTERWARDS, last);
    }
    Duration whole = wall();
    Months months = new Months(plan, now);
    while (now.isBefore(months.figuresDue()) || areFiguresOpen(months)) {
      step(UNTIL_FIGURES, months.latest());
    }
    Instant published = now;
    letPass(BEFORE_BOOKS);
    return new DayResult(
        plan,
        day,
        whole,
        published,
        ledger.counts(),
        new Comparison(ledger, engine, staff, api, months).books(now));
  }

  private void letPass(Duration time) {
    now = now.plus(time);
    clock.stand(now);
    awaitQuiet();
  }

  private boolean isMoreToDo() {
    if (agenda.next().isEmpty()) {
      staff.lookAgain();
    }
    return agenda.next().isPresent() || engine.running(Engine.OF_A_DAY) > 0;
  }

  /** Until the last figures are final, and what was asked and begun beside them is over. */
  private boolean areFiguresOpen(Months months) {
    return now.isBefore(months.latest()) && engine.running(Engine.OF_MONTHS) > 0;
  }

  private void step(Pace pace, Instant last) {
    Instant longest = now.plus(pace.longest());
    Instant due = agenda.next().orElse(longest);
    now = Stream.of(due, longest, last).min(Instant::compareTo).orElseThrow();
    clock.stand(now);
    act(pace);
    owners.lookAtFigures();
    shown.accept(new Progress(now, ledger.counted("cases"), staff.done(), wall()));
  }

  /** What is due is done, and what comes of it, until nothing more is due. */
  private void act(Pace pace) {
    List<Runnable> due;
    do {
      awaitQuiet();
      residents.read(backstage.letters());
      staff.look();
      owners.look();
      due = agenda.take(now.plus(pace.moment()));
      deeds.all(due);
    } while (!due.isEmpty());
  }

  /**
   * Asked twice over: what one of the two has just done may be work for the other. What failed is
   * tried again after a time that doesn't pass while the clock stands still, so it moves a little.
   */
  private void awaitQuiet() {
    long begin = System.nanoTime();
    long moves = 0;
    while (!(backstage.isIdle() && backstage.isIdle())) {
      long waited = System.nanoTime() - begin;
      if (waited > QUIET_PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "The engine has jobs that no worker ends; the log says why.");
      }
      if (waited / RETRY_EVERY.toNanos() > moves) {
        moves++;
        now = now.plus(RETRY_EVERY);
        clock.stand(now);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    deeds.close();
    client.close();
  }
}
