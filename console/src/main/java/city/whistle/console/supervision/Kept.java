package city.whistle.console.supervision;

import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers of the engine that took long, kept for a while, and the longer the longer they took: to
 * ask again and again is no more than a small share of the engine's time. Who asks for the same
 * meanwhile waits for the same answer; what couldn't be answered isn't kept.
 */
final class Kept<K, V> {

  /** So many times as long as it took to get an answer it is kept at least. */
  private static final int TIMES_TAKEN = 20;

  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();
  private final int max;
  private final Duration age;
  private final CityTime time;

  Kept(int max, Duration age, CityTime time) {
    this.max = max;
    this.age = age;
    this.time = time;
  }

  V get(K key, Supplier<V> question) {
    return get(key, question, value -> true);
  }

  /**
   * @param tookLong whether an answer is worth keeping; another is asked for anew each time
   */
  V get(K key, Supplier<V> question, Predicate<V> tookLong) {
    V value =
        answers
            .compute(
                key,
                (same, old) ->
                    old != null && isFresh(old) && tookLong.test(old.value()) ? old : ask(question))
            .value();
    while (answers.size() > max) {
      answers.entrySet().stream()
          .min(Comparator.comparing(one -> one.getValue().at()))
          .ifPresent(oldest -> answers.remove(oldest.getKey(), oldest.getValue()));
    }
    return value;
  }

  private Answer<V> ask(Supplier<V> question) {
    OffsetDateTime begun = time.now();
    V value = question.get();
    OffsetDateTime answered = time.now();
    return new Answer<>(value, answered, Duration.between(begun, answered));
  }

  /** A clock that was set back makes nothing last longer. */
  private boolean isFresh(Answer<V> answer) {
    Duration old = Duration.between(answer.at(), time.now()).abs();
    return old.compareTo(age) < 0 || old.compareTo(answer.took().multipliedBy(TIMES_TAKEN)) < 0;
  }

  private record Answer<V>(V value, OffsetDateTime at, Duration took) {}
}
