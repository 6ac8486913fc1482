package city.whistle.app.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** What people will do, and when. */
final class Agenda {

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long next;

  synchronized void add(Instant at, Runnable deed) {
    entries.add(new Entry(at, next++, deed));
  }

  /** When somebody does the next thing; empty where nobody has anything to do. */
  synchronized Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::at);
  }

  /** Takes what is to be done by then, the earliest first. */
  synchronized List<Runnable> take(Instant until) {
    List<Runnable> due = new ArrayList<>();
    while (!entries.isEmpty() && !entries.peek().at().isAfter(until)) {
      due.add(entries.poll().deed());
    }
    return due;
  }

  private record Entry(Instant at, long order, Runnable deed) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int first = at.compareTo(other.at);
      return first != 0 ? first : Long.compare(order, other.order);
    }
  }
}
