package city.whistle.engine.state;

/** An immutable row of a table. */
public interface Row {

  /** Stands where a key refers to nothing. */
  long NONE = -1L;

  long key();

  /** About how much there is to write: 1, and 1 more for each KB. */
  default int weight() {
    return 1;
  }
}
