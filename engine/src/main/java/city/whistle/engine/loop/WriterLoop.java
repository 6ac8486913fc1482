package city.whistle.engine.loop;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.ContinueSteps;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.TriggerDue;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.NetChanges;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Store;
import city.whistle.engine.store.TakenOverException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's one writer: takes what waits in the queue, runs it in memory, and commits it as one
 * group. What comes while a group is on its way to disk runs at once and is the next group, so the
 * busier the engine, the larger its groups. Where a commit fails, memory is loaded anew.
 */
public final class WriterLoop implements Engine, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WriterLoop.class);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  private final EngineClock clock;
  private final CommandQueue queue;
  private final Memory memory;
  private final CommandRunner runner;
  private final Preparer preparer;
  private final NextDue due;
  private final Answers answers = new Answers();
  private final Committer committer;
  private final Thread thread = new Thread(this::run, "engine-writer");
  private final AtomicBoolean stopping = new AtomicBoolean();
  private volatile boolean healthy;
  private boolean replaced;

  public WriterLoop(
      State state,
      KeyGenerator keys,
      CommandProcessor processor,
      Store store,
      EngineClock clock,
      Limits limits) {
    this.clock = clock;
    this.queue = new CommandQueue(limits.waiting(), limits.waitingBytes());
    this.memory = new Memory(state, keys, processor, store);
    this.runner = new CommandRunner(state, keys, processor, limits);
    this.preparer = new Preparer(processor, limits, queue);
    this.due = new NextDue(state, clock);
    this.committer = new Committer(store, queue, answers);
  }

  /**
   * Loads what is open and begins to work.
   *
   * @throws SQLException where the store can't be read
   */
  public void start() throws SQLException {
    preparer.ahead(memory.load());
    memory.continuations().forEach(queue::addInternal);
    healthy = true;
    answers.start();
    preparer.start();
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public <A> CompletableFuture<A> submit(Command<A> command) {
    Task<A> task;
    try {
      task = Task.checked(command);
    } catch (Rejection e) {
      return CompletableFuture.failedFuture(e);
    }
    preparer.offer(task).ifPresent(task.answer()::completeExceptionally);
    return task.answer();
  }

  @Override
  public void onJobsAvailable(Consumer<String> listener) {
    answers.onJobsAvailable(listener);
  }

  @Override
  public CompletableFuture<Void> purge() {
    Task<Void> task = Task.of(new Task.Purge());
    queue.addInternal(task).ifPresent(task.answer()::completeExceptionally);
    return task.answer();
  }

  @Override
  public boolean isHealthy() {
    return healthy;
  }

  @Override
  public EngineClock clock() {
    return clock;
  }

  /** Refuses new commands, does and commits those that wait, then ends. */
  @Override
  public void close() {
    preparer.close();
    if (!stopping.compareAndSet(false, true)) {
      return;
    }
    queue.close(Refusals.STOPPING);
    Threads.join(thread);
    committer.close();
    answers.close();
    healthy = false;
  }

  private void run() {
    try {
      while (!replaced && !(stopping.get() && queue.isEmpty() && runner.isEmpty())) {
        attempt();
      }
      committer.finish();
    } catch (CommitFailedException e) {
      LOG.error("The last commands before the stop could not be committed", Redacted.of(e));
    } catch (InterruptedException e) {
      LOG.warn("The engine was interrupted before everything was done");
    } finally {
      giveUp(Refusals.STOPPING);
    }
  }

  private void attempt() throws InterruptedException {
    try {
      turn();
    } catch (CommitFailedException e) {
      if (e.isBecauseOfData()) {
        doOneByOne(e);
      } else {
        recover(e.getCause());
      }
    } catch (RuntimeException | Error e) {
      recover(e);
    }
  }

  /** One command would store what can't be stored: it is refused, and the others are done. */
  private void doOneByOne(CommitFailedException failed) throws InterruptedException {
    Deque<Task<?>> undone = new ArrayDeque<>(failed.undone());
    runner.abandon().forEach(outcome -> undone.add(outcome.task()));
    LOG.error("Doing {} commands one by one", undone.size(), Redacted.of(failed.getCause()));
    try {
      loadAnew();
      while (!undone.isEmpty() && !stopping.get()) {
        doAlone(undone.poll());
      }
      answers.failTasks(undone, Refusals.unavailable(Refusals.STOPPING));
    } catch (CommitFailedException e) {
      answers.failTasks(undone, Refusals.notCommitted());
      recover(e.getCause());
    }
  }

  private void doAlone(Task<?> task) throws CommitFailedException, InterruptedException {
    try {
      runner.run(task);
      committer.begin(runner.drain());
      committer.finish();
    } catch (CommitFailedException e) {
      if (!e.isBecauseOfData()) {
        throw e;
      }
      refuse(task, e.getCause());
      loadAnew();
    }
  }

  private void refuse(Task<?> task, Throwable cause) {
    LOG.error("{} can't be stored", Described.of(task.command()), Redacted.of(cause));
    if (task.command() instanceof TriggerDue) {
      due.rest();
    } else if (task.command() instanceof ContinueSteps steps) {
      memory.leave(steps);
    }
    answers.failTasks(List.of(task), Refusals.unstorable(task.command(), cause));
  }

  private void loadAnew() throws InterruptedException {
    committer.reset();
    reload();
  }

  private void turn() throws CommitFailedException, InterruptedException {
    committer.check();
    if (runner.isEmpty() || committer.isBusy()) {
      queue.await(due.nanosToWait());
    }
    if (due.isNow()) {
      due.attempted(runner.run(Task.of(new TriggerDue())));
    }
    Optional<Task<?>> next = Optional.empty();
    while (!runner.isFull() && (next = queue.poll()).filter(t -> !t.isPurge()).isPresent()) {
      runner.run(next.get());
    }
    boolean purge = next.filter(Task::isPurge).isPresent();
    if (purge || runner.isFull() || !committer.isBusy()) {
      commit();
    }
    if (purge) {
      purge(next.get());
    }
  }

  private void commit() throws CommitFailedException, InterruptedException {
    committer.finish();
    if (!runner.isEmpty()) {
      committer.begin(runner.drain());
    }
  }

  private void purge(Task<?> task) throws CommitFailedException, InterruptedException {
    boolean done = false;
    try {
      committer.finish();
      memory.purge();
      done = true;
    } catch (SQLException | TakenOverException e) {
      throw new CommitFailedException(e);
    } finally {
      if (!done) {
        answers.failTasks(List.of(task), Refusals.notCommitted());
      }
    }
    Outcome purged = new Outcome.Done<>(task, new Processed<>(null, List.of()));
    answers.tell(new Group(List.of(purged), new NetChanges(List.of()), 0));
  }

  /** Gives up on all that is not committed and loads memory anew, as often as it takes. */
  private void recover(Throwable cause) throws InterruptedException {
    healthy = false;
    queue.close(Refusals.RELOADING);
    giveUp(Refusals.RELOADING);
    committer.reset();
    if (cause instanceof TakenOverException) {
      LOG.error("The engine stops working: {}", cause.getMessage());
      queue.close("This engine stopped working: " + cause.getMessage());
      replaced = true;
    } else {
      LOG.error("Commands could not be committed: loading the state anew", Redacted.of(cause));
      reload();
    }
  }

  /** Answers whoever waits: those whose command ran, and those whose command did not. */
  private void giveUp(String reason) {
    answers.fail(runner.abandon(), Refusals.notCommitted());
    answers.failTasks(queue.drain(), Refusals.unavailable(reason));
  }

  private void reload() throws InterruptedException {
    long pause = FIRST_PAUSE;
    while (!stopping.get() && !loaded()) {
      queue.pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    if (stopping.get()) {
      return;
    }
    queue.open(memory.continuations());
    if (stopping.get()) {
      queue.close(Refusals.STOPPING);
    }
    healthy = true;
    answers.jobsAvailable(memory.typesOfActivatableJobs());
    LOG.warn("The state is loaded anew, the engine goes on");
  }

  private boolean loaded() {
    try {
      preparer.ahead(memory.load());
      return true;
    } catch (SQLException | RuntimeException e) {
      LOG.warn("The state can't be loaded yet", Redacted.of(e));
      return false;
    }
  }
}
