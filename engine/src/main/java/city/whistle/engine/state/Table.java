package city.whistle.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The open rows of one kind, in memory, by key and by the indexes declared for them. Only the
 * writer thread uses it. Every change goes to the journal.
 */
public final class Table<R extends Row> implements Relation<R> {

  private final String name;
  private final Class<R> rowType;
  private final Journal journal;
  private final Map<Long, R> rows = new HashMap<>();
  private final List<RowIndex<R>> indexes = new ArrayList<>();

  Table(String name, Class<R> rowType, Journal journal) {
    this.name = name;
    this.rowType = rowType;
    this.journal = journal;
  }

  /** Declares an index; rows for which the function gives null are not in it. */
  <K> Index<R, K> indexBy(Function<R, K> indexed) {
    Index<R, K> index = new Index<>(this, indexed);
    indexes.add(index);
    return index;
  }

  /** Declares an index that is walked in the order of what it indexes. */
  <K extends Comparable<K>> OrderedIndex<R, K> orderedBy(Function<R, K> indexed) {
    OrderedIndex<R, K> index = new OrderedIndex<>(this, indexed);
    indexes.add(index);
    return index;
  }

  public Optional<R> find(long key) {
    return Optional.ofNullable(rows.get(key));
  }

  /**
   * @throws NoSuchElementException where the row is not there: only for keys that must be known
   */
  public R get(long key) {
    R row = rows.get(key);
    if (row == null) {
      throw new NoSuchElementException("no open row " + key + " in " + name);
    }
    return row;
  }

  public Collection<R> all() {
    return Collections.unmodifiableCollection(rows.values());
  }

  /** Inserts the row or replaces the one with its key, in memory and in the store. */
  public void put(R row) {
    R before = replace(row.key(), row);
    journal.add(new Change<>(this, row.key(), before, row, true));
  }

  /** Replaces the row in memory; the store follows only if another change makes it write. */
  public void hold(R row) {
    R before = replace(row.key(), row);
    journal.add(new Change<>(this, row.key(), before, row, false));
  }

  /**
   * Writes the row with its end to the store and lets it leave memory. One that is still the very
   * row that memory had is in the store already.
   */
  public void archive(R row) {
    R before = replace(row.key(), null);
    journal.add(new Change<>(this, row.key(), before, row, row != before));
  }

  /** Deletes the row, in memory and in the store. */
  public void remove(long key) {
    R before = replace(key, null);
    if (before != null) {
      journal.add(new Change<>(this, key, before, null, true));
    }
  }

  /** Takes a row from the store, or puts one back, without a change of its own. */
  @Override
  public void restore(long key, R row) {
    replace(key, row);
  }

  /** Forgets all rows: before everything is loaded anew. */
  void clear() {
    rows.clear();
    indexes.forEach(RowIndex::clear);
  }

  private R replace(long key, R row) {
    R before = row == null ? rows.remove(key) : rows.put(key, row);
    for (RowIndex<R> index : indexes) {
      index.replace(key, before, row);
    }
    return before;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<R> rowType() {
    return rowType;
  }
}
