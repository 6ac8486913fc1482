package city.whistle.app.example;

import city.whistle.app.example.Step.About;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One example being played. Steps are taken one after the other; each waits until what it needs is
 * there, so that nothing has to be timed.
 */
public final class Play implements AutoCloseable {

  private static final Patience PATIENCE = new Patience(Duration.ofSeconds(60));

  private final Example example;
  private final CaseApi api;
  private final CamundaClient client;
  private final Processes processes;
  private final Outcomes outcomes;
  private final Desk desk;
  private final CityClock clock;
  private final Months months;
  private final Blanks blanks;
  private final Consumer<String> out;
  private final Subjects subjects;
  private Request request;
  private Timeline timeline;
  private int next;

  private Play(Place place, Example example, Consumer<String> out) {
    this.example = example;
    this.api = new CaseApi(place.api(), place.apiKey());
    this.client = place.client();
    Records records = new Records(client);
    this.processes = new Processes(client, records, PATIENCE);
    this.outcomes = new Outcomes(api, records);
    this.desk = new Desk(client, PATIENCE);
    this.clock = new CityClock(place.management());
    this.months = new Months(api, client, clock, processes);
    this.subjects = new Subjects(api, processes, PATIENCE);
    this.blanks = new Blanks(clock::now, () -> subjects.of(About.EARLIER).number());
    this.out = out;
  }

  /** How far an example was played, to go on with it later. */
  public record Bookmark(String number, String caseId, int next) {}

  /**
   * Opens the example's complaint, or blows its whistle.
   *
   * @param out gets each line of the case's timeline as it appears
   */
  public static Play begin(Place place, Example example, Consumer<String> out) {
    Play play = new Play(place, example, out);
    try {
      play.about(play.entrance().open(example, play.subjects));
    } catch (RuntimeException e) {
      play.close();
      throw e;
    }
    return play;
  }

  /** Goes on where another play of an example with no earlier complaint stopped. */
  public static Play resume(Place place, Example example, Bookmark bookmark, Consumer<String> out) {
    Play play = new Play(place, example, out);
    play.next = bookmark.next();
    play.about(
        bookmark.caseId() == null
            ? Matter.of(Matter.Kind.WHISTLE, bookmark.number())
            : Matter.ofCase(bookmark.number(), bookmark.caseId()));
    return play;
  }

  public Bookmark bookmark() {
    return new Bookmark(matter().number(), matter().caseId(), next);
  }

  /** Number of the case, or of the whistle. */
  public String number() {
    return matter().number();
  }

  private Matter matter() {
    return subjects.of(About.MATTER);
  }

  private Entrance entrance() {
    return new Entrance(api, processes, months, blanks, PATIENCE);
  }

  private void about(Matter found) {
    subjects.about(found);
    timeline =
        new Timeline(
            () -> api.timeline(subjects.file().orElseThrow().number()), new StepNames(client), out);
  }

  /** Plays on up to the next step that is this task, and takes it. */
  public void through(String task) {
    boolean done = false;
    while (!done) {
      Step step = example.steps().get(next);
      take(step);
      done = step instanceof Step.Task taken && taken.task().equals(task);
    }
  }

  /** Plays on up to the first step that is this task, without taking it; else to the end. */
  public void before(String task) {
    while (next < example.steps().size() && !isTask(example.steps().get(next), task)) {
      take(example.steps().get(next));
    }
  }

  private static boolean isTask(Step step, String task) {
    return step instanceof Step.Task taken && taken.task().equals(task);
  }

  /** Plays what is left and waits for the end. */
  public Ending finish() {
    while (next < example.steps().size()) {
      take(example.steps().get(next));
    }
    long instance = processes.ended(matter());
    Matter beside = subjects.beside();
    subjects.endedBesides();
    String decided = request == null ? null : request.decided(PATIENCE);
    showNew();
    return new Ending(
        example.what(),
        matter().number(),
        outcomes.of(matter(), instance, beside, decided, subjects.figures(), timeline.kinds()));
  }

  private void take(Step step) {
    if (step instanceof Step.Task task) {
      Map<String, Object> variables = blanks.fill(task.variables());
      for (Matter about : subjects.all(task.about())) {
        for (String user : task.by()) {
          desk.complete(about, example.person(user), task.task(), variables);
        }
      }
    } else if (step instanceof Step.Tell tell) {
      tell(tell);
    } else if (step instanceof Step.Order order) {
      order(order);
    } else if (step instanceof Step.Ask ask) {
      processes.ended(matter());
      awaitPublication();
      request = Request.ask(api, matter().number(), ask);
    } else if (step instanceof Step.EndMonth) {
      processes.ended(matter());
      processes.awaitQuiet();
      subjects.figures(months.endNow());
    } else if (step instanceof Step.Bring bring) {
      ListImport.bring(
          api, PATIENCE, bring.list(), bring.rows().stream().map(blanks::fill).toList());
    } else if (step instanceof Step.Wait wait) {
      pass(wait);
    }
    next++;
    showNew();
  }

  /** Figures that a person has let be published are so once a worker has done it. */
  private void awaitPublication() {
    if (subjects.figures() != null) {
      processes.awaitQuiet();
    }
  }

  /** What comes after a withdrawal finds the case withdrawn. */
  private void tell(Step.Tell tell) {
    Map<String, Object> words = tell.text() == null ? Map.of() : Map.of("text", tell.text());
    Matter about = subjects.of(tell.about());
    api.tell(about.number(), tell.wish(), words);
    if (tell.wish().equals("withdraw")) {
      processes.ended(about);
    }
  }

  private void order(Step.Order order) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("officer", example.person(order.by()).name());
    if (order.reason() != null) {
      words.put("reason", order.reason());
    }
    for (Matter follower : subjects.all(order.about())) {
      if (order.what().equals("merge")) {
        desk.awaitWork(follower);
        words.put("into", subjects.leading(order.about()).number());
      }
      api.tell(follower.number(), order.what(), words);
    }
  }

  private void pass(Step.Wait wait) {
    if (wait.after() != null) {
      PATIENCE.await(
          "%s in the timeline of %s".formatted(wait.after(), matter().tag()),
          () -> {
            showNew();
            return Optional.of(wait).filter(step -> timeline.kinds().contains(step.after()));
          });
    }
    processes.awaitQuiet();
    clock.pass(wait.time());
  }

  private void showNew() {
    if (subjects.file().isPresent()) {
      timeline.showNew();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
