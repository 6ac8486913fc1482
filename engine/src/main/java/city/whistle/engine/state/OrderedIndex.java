package city.whistle.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds rows in the order of a value of theirs, such as a due time. */
public final class OrderedIndex<R extends Row, K extends Comparable<K>> implements RowIndex<R> {

  private final Table<R> table;
  private final Function<R, K> indexed;
  private final TreeMap<K, SortedKeys> keys = new TreeMap<>();

  OrderedIndex(Table<R> table, Function<R, K> indexed) {
    this.table = table;
    this.indexed = indexed;
  }

  /** The lowest value there is. */
  public Optional<K> lowest() {
    return keys.isEmpty() ? Optional.empty() : Optional.of(keys.firstKey());
  }

  /** At most so many rows whose value is not above the limit, lowest first. */
  public List<R> upTo(K limit, int max) {
    List<R> rows = new ArrayList<>();
    for (SortedKeys found : keys.headMap(limit, true).values()) {
      found.stream().limit(max - rows.size()).forEach(key -> rows.add(table.get(key)));
      if (rows.size() == max) {
        return rows;
      }
    }
    return rows;
  }

  @Override
  public void replace(long key, R before, R after) {
    K from = before == null ? null : indexed.apply(before);
    K to = after == null ? null : indexed.apply(after);
    if (from != null && from.equals(to)) {
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
