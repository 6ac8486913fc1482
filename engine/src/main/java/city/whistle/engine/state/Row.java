package city.whistle.engine.state;

/** An immutable row of a table. */
public interface Row {

  /** Stands where a key refers to nothing. */
  long NONE = -1L;

  long key();
}
