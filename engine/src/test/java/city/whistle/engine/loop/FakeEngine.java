package city.whistle.engine.loop;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.AssignUserTask;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CompleteUserTask;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.command.JobsActivated.ActivatedJob;
import city.whistle.engine.command.ReleaseJobs;
import city.whistle.engine.command.TransitionBegun;
import city.whistle.engine.command.UnassignUserTask;
import city.whistle.engine.command.UpdateUserTask;
import city.whistle.engine.json.JsonValue;
import city.whistle.engine.outcome.None;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine of jobs and prepared answers, with one thread of its own, as the real one has. Where no
 * answer is prepared it says that all is done.
 */
public final class FakeEngine implements Engine, AutoCloseable {

  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final BlockingQueue<Command<?>> received = new LinkedBlockingQueue<>();
  private final List<Command<?>> commands = new CopyOnWriteArrayList<>();
  private final Map<Class<?>, Function<Command<?>, Object>> answers = new ConcurrentHashMap<>();
  private final Map<Class<?>, Integer> done = new ConcurrentHashMap<>();
  private final Map<String, Deque<Job>> free = new HashMap<>();
  private final Map<Long, Job> locked = new HashMap<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private long lastKey = 1L << 51;
  private volatile boolean healthy = true;

  public FakeEngine() {
    reset();
  }

  /** Forgets what it was told and asked. */
  public void reset() {
    answers.clear();
    commands.clear();
    healthy = true;
    answer(ActivateJobs.class, this::activate);
    answer(ReleaseJobs.class, this::release);
  }

  /** Prepares the answer to a kind of command; what the function throws is the rejection. */
  public <C extends Command<?>> void answer(Class<C> type, Function<C, Object> answer) {
    answers.put(type, command -> answer.apply(type.cast(command)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> CompletableFuture<A> submit(Command<A> command) {
    CompletableFuture<A> result = new CompletableFuture<>();
    commands.add(command);
    writer.execute(
        () -> {
          try {
            result.complete((A) answerTo(command));
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
          done.merge(command.getClass(), 1, Integer::sum);
          received.add(command);
        });
    return result;
  }

  private Object answerTo(Command<?> command) {
    Class<?> type = command.getClass();
    Class<?> kind = answers.containsKey(type) ? type : type.getInterfaces()[0];
    return answers.getOrDefault(kind, FakeEngine::usualAnswer).apply(command);
  }

  private static Object usualAnswer(Command<?> command) {
    boolean transition =
        command instanceof AssignUserTask
            || command instanceof UnassignUserTask
            || command instanceof UpdateUserTask
            || command instanceof CompleteUserTask;
    return transition ? new TransitionBegun(CompletableFuture.completedFuture(null)) : None.NONE;
  }

  /** What it was asked, first things first. */
  public List<Command<?>> commands() {
    return commands;
  }

  public Command<?> lastCommand() {
    return commands.get(commands.size() - 1);
  }

  /** Creates jobs and tells of them, as a commit does. */
  public void createJobs(String type, int count) {
    writer.execute(
        () -> {
          for (int i = 0; i < count; i++) {
            free(newJob(type));
          }
          announce(type);
        });
  }

  /** The next command of this kind, in the order they were done. */
  public <C extends Command<?>> C next(Class<C> type) throws Exception {
    while (true) {
      Command<?> command = received.poll(5, TimeUnit.SECONDS);
      if (command == null) {
        throw new TimeoutException("no " + type.getSimpleName() + " came");
      }
      if (type.isInstance(command)) {
        return type.cast(command);
      }
    }
  }

  /** Refuses all commands of this kind. */
  public <C extends Command<?>> void reject(Class<C> type, Rejection reason) {
    answer(
        type,
        command -> {
          throw reason;
        });
  }

  /** Refuses the next command of this kind, and answers those after it as before. */
  public <C extends Command<?>> void refuseOnce(Class<C> type, Rejection reason) {
    Function<Command<?>, Object> usual = answers.getOrDefault(type, FakeEngine::usualAnswer);
    answer(
        type,
        command -> {
          answers.put(type, usual);
          throw reason;
        });
  }

  /** How many commands of this kind were done. */
  public int done(Class<? extends Command<?>> type) {
    return done.getOrDefault(type, 0);
  }

  /** Prepares no answer before the given thing has happened. */
  public void holdUntil(CompletableFuture<?> event) {
    writer.execute(event::join);
  }

  /** How many jobs of the type nobody has. */
  public int freeJobs(String type) {
    return CompletableFuture.supplyAsync(
            () -> free.getOrDefault(type, new ArrayDeque<>()).size(), writer)
        .join();
  }

  public void setHealthy(boolean healthy) {
    this.healthy = healthy;
  }

  private JobsActivated activate(ActivateJobs command) {
    Deque<Job> jobs = free.getOrDefault(command.type(), new ArrayDeque<>());
    List<ActivatedJob> taken = new ArrayList<>();
    while (taken.size() < command.maxJobs() && !jobs.isEmpty()) {
      Job job = jobs.poll().lockedBy(command.worker(), clock.instant().plus(command.timeout()));
      locked.put(job.key(), job);
      taken.add(new ActivatedJob(job, JsonValue.parse("{\"district\":\"通州\"}"), null));
    }
    return new JobsActivated(taken, 0);
  }

  private None release(ReleaseJobs command) {
    for (Job released : command.jobs()) {
      Job job = locked.remove(released.key());
      free.get(job.type()).addFirst(job.unlocked());
      announce(job.type());
    }
    return None.NONE;
  }

  private void free(Job job) {
    free.computeIfAbsent(job.type(), type -> new ArrayDeque<>()).add(job);
  }

  private void announce(String type) {
    listeners.forEach(listener -> listener.accept(type));
  }

  private Job newJob(String type) {
    long key = ++lastKey;
    return new Job(
        key,
        type,
        Job.Kind.BPMN_ELEMENT,
        null,
        -1,
        Job.State.CREATED,
        3,
        false,
        Map.of("channel", "hotline"),
        null,
        null,
        null,
        null,
        null,
        100,
        200,
        "complaint-case",
        2,
        "RegisterCase",
        300,
        List.of("urgent"),
        Instant.EPOCH,
        null);
  }

  @Override
  public void onJobsAvailable(Consumer<String> listener) {
    listeners.add(listener);
  }

  @Override
  public CompletableFuture<Void> purge() {
    return CompletableFuture.runAsync(free::clear, writer);
  }

  @Override
  public boolean isHealthy() {
    return healthy;
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
