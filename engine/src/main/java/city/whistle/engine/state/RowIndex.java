package city.whistle.engine.state;

/** An index as its table sees it. */
sealed interface RowIndex<R extends Row> permits Index, OrderedIndex {

  /** The row of this key changed; null stands for no row. */
  void replace(long key, R before, R after);

  void clear();
}
