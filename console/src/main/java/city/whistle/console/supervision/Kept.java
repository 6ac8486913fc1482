package city.whistle.console.supervision;

import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Answers of the engine that took long, kept for a while. Who asks for the same meanwhile waits for
 * the same answer; what couldn't be answered isn't kept.
 */
final class Kept<K, V> {

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
    V value =
        answers
            .compute(
                key,
                (same, old) ->
                    old != null && isFresh(old) ? old : new Answer<>(question.get(), time.now()))
            .value();
    while (answers.size() > max) {
      answers.entrySet().stream()
          .min(Comparator.comparing(one -> one.getValue().at()))
          .ifPresent(oldest -> answers.remove(oldest.getKey(), oldest.getValue()));
    }
    return value;
  }

  /** A clock that was set back makes nothing last longer. */
  private boolean isFresh(Answer<V> answer) {
    return Duration.between(answer.at(), time.now()).abs().compareTo(age) < 0;
  }

  private record Answer<V>(V value, OffsetDateTime at) {}
}
