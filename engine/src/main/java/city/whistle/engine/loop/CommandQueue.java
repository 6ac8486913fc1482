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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Task<?>> tasks = new ArrayDeque<>();
  private final int capacity;
  private String closedBecause;
  private boolean woken;

  CommandQueue(int capacity) {
    this.capacity = capacity;
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
      if (tasks.size() >= capacity) {
        return Optional.of(
            new Rejection(
                Rejection.Type.RESOURCE_EXHAUSTED,
                "%d commands are waiting already: try again later".formatted(tasks.size())));
      }
      add(task);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Queues a task of the engine's own, whatever the bound. */
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
      return Optional.ofNullable(tasks.poll());
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
      tasks.addAll(first);
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
      return all;
    } finally {
      lock.unlock();
    }
  }

  private Rejection unavailable() {
    return new Rejection(Rejection.Type.UNAVAILABLE, closedBecause);
  }
}
