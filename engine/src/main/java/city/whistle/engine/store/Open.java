package city.whistle.engine.store;

/** SQL conditions for what memory holds, in terms of the alias t. */
final class Open {

  static final String INSTANCE = "t.state = 'ACTIVE'";

  private static final String INSTANCES =
      "(select key from engine.process_instance where state = 'ACTIVE')";

  private static final String OF_INSTANCE = "t.process_instance_key in " + INSTANCES;

  /** A row of an open instance that has not ended itself. */
  static final String NOT_ENDED = "t.ended_at is null and " + OF_INSTANCE;

  static final String NOT_RESOLVED = "t.resolved_at is null and " + OF_INSTANCE;

  /** A row in a scope of an open instance that has not ended. */
  static final String IN_SCOPE =
      OF_INSTANCE
          + " and t.scope_key in (select key from engine.element_instance"
          + " where ended_at is null and process_instance_key in "
          + INSTANCES
          + ")";

  static final String WAITING = "t.state = 'CREATED'";

  private Open() {}
}
