package city.whistle.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the rows that have something in common, in the order of their keys. */
public final class Index<R extends Row, K> implements RowIndex<R> {

  private final Table<R> table;
  private final Function<R, K> indexed;
  private final Map<K, SortedKeys> keys = new HashMap<>();

  Index(Table<R> table, Function<R, K> indexed) {
    this.table = table;
    this.indexed = indexed;
  }

  /** A copy, so that the table may change while one walks it. */
  public List<R> list(K value) {
    SortedKeys found = keys.get(value);
    if (found == null) {
      return List.of();
    }
    List<R> rows = new ArrayList<>(found.size());
    found.stream().forEach(key -> rows.add(table.get(key)));
    return rows;
  }

  /** So many rows at most, of those whose key is greater than the first and not than the last. */
  public List<R> listBetween(K value, long first, long last, int max) {
    SortedKeys found = keys.get(value);
    return found == null
        ? List.of()
        : found.between(first, last).limit(max).mapToObj(table::get).toList();
  }

  /** The greatest key, {@link Row#NONE} where there is none. */
  public long lastKey(K value) {
    SortedKeys found = keys.get(value);
    return found == null ? Row.NONE : found.last();
  }

  public Optional<R> first(K value) {
    SortedKeys found = keys.get(value);
    return found == null ? Optional.empty() : table.find(found.first());
  }

  /** Lazily, for as long as the table does not change. */
  public Stream<R> stream(K value) {
    SortedKeys found = keys.get(value);
    return found == null ? Stream.empty() : found.stream().mapToObj(table::get);
  }

  public int count(K value) {
    SortedKeys found = keys.get(value);
    return found == null ? 0 : found.size();
  }

  public boolean any(K value) {
    return keys.containsKey(value);
  }

  /** Whether it finds no row at all. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  @Override
  public void replace(long key, R before, R after) {
    K from = before == null ? null : indexed.apply(before);
    K to = after == null ? null : indexed.apply(after);
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      SortedKeys found = keys.get(from);
      found.remove(key);
      if (found.isEmpty()) {
        keys.remove(from);
      }
    }
    if (to != null) {
      keys.computeIfAbsent(to, k -> new SortedKeys()).add(key);
    }
  }

  @Override
  public void clear() {
    keys.clear();
  }
}
