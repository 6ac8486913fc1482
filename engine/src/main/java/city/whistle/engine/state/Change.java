package city.whistle.engine.state;

/**
 * One change of one row.
 *
 * @param before the row in memory before it, null for none
 * @param stored the row as the store shall have it, null where it shall have none
 * @param lasting false where the change is of memory alone and no reason to write
 */
record Change<R extends Row>(Relation<R> relation, long key, R before, R stored, boolean lasting) {

  int weight() {
    return stored == null || !lasting ? 1 : stored.weight();
  }

  void undo() {
    relation.restore(key, before);
  }
}
