package city.whistle.engine.state;

/** Rows that are history from the start: written to the store, never held in memory. */
public final class Log<R extends Row> implements Relation<R> {

  private final String name;
  private final Class<R> rowType;
  private final Journal journal;

  Log(String name, Class<R> rowType, Journal journal) {
    this.name = name;
    this.rowType = rowType;
    this.journal = journal;
  }

  public void append(R row) {
    journal.add(new Change<>(this, row.key(), null, row, true));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<R> rowType() {
    return rowType;
  }

  @Override
  public void restore(long key, R row) {
    // Nothing is held in memory.
  }
}
