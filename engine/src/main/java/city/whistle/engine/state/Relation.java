package city.whistle.engine.state;

/** Rows of one kind, as the journal and the store know them. */
public sealed interface Relation<R extends Row> permits Table, Log {

  /** The name of the table in PostgreSQL. */
  String name();

  Class<R> rowType();

  /** Puts memory back to what it was for this key; null where there was nothing. */
  void restore(long key, R row);
}
