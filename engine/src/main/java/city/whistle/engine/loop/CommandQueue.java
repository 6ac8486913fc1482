package city.whistle.engine.loop;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Commands that wait for the writer, first come, first served, within a bound. */
final class CommandQueue {

  private static final int KB = 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Task<?>> tasks = new ArrayDeque<>();
  private final int capacity;
  private final long capacityBytes;
  private long bytes;
  private String closedBecause;
  private boolean woken;

  CommandQueue(int capacity, long capacityBytes) {
    this.capacity = capacity;
    this.capacityBytes = capacityBytes;
  }

  /**
   * Queues a task from outside.
   *
   * @return why it was refused, empty where it was not
   */
  Optional<Rejection> offer(Task<?> task) {
    lock.lock();
    try {
      if (closedBecause != null) {
        return Optional.of(unavailable());
      }
      if (isFullFor(task)) {
        return Optional.of(
            new Rejection(
                Rejection.Type.RESOURCE_EXHAUSTED,
                "%d commands with %d KB are waiting already: try again later"
                    .formatted(tasks.size(), bytes / KB)));
      }
      add(task);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFullFor(Task<?> task) {
    return tasks.size() >= capacity || bytes > 0 && bytes + task.bytes() > capacityBytes;
  }

  /** Queues a task of the engine's own, or one that kept another bound, whatever the bound. */
  Optional<Rejection> addInternal(Task<?> task) {
    lock.lock();
    try {
      if (closedBecause != null) {
        return Optional.of(unavailable());
      }
      add(task);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void add(Task<?> task) {
    tasks.add(task);
    bytes += task.bytes();
    changed.signal();
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return tasks.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  Optional<Task<?>> poll() {
    lock.lock();
    try {
      Task<?> next = tasks.poll();
      bytes -= next == null ? 0 : next.bytes();
      return Optional.ofNullable(next);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is a task, {@link #wake} was called since, or the time is up. */
  void await(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (tasks.isEmpty() && !woken && left > 0) {
        left = changed.awaitNanos(left);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the time, or until {@link #wake} is called, whatever tasks there are. */
  void pause(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = nanos;
      while (!woken && left > 0) {
        left = changed.awaitNanos(left);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses all further tasks; those that wait still do. */
  void close(String because) {
    lock.lock();
    try {
      closedBecause = because;
    } finally {
      lock.unlock();
    }
    wake();
  }

  /** Takes tasks again; these come before whatever others submit from now on. */
  void open(List<Task<?>> first) {
    lock.lock();
    try {
      first.forEach(this::add);
      closedBecause = null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes all tasks out. */
  List<Task<?>> drain() {
    lock.lock();
    try {
      List<Task<?>> all = new ArrayList<>(tasks);
      tasks.clear();
      bytes = 0;
      return all;
    } finally {
      lock.unlock();
    }
  }

  private Rejection unavailable() {
    return new Rejection(Rejection.Type.UNAVAILABLE, closedBecause);
  }
}
