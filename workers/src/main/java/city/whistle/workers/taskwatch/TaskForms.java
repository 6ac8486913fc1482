package city.whistle.workers.taskwatch;

/** Looks whether people can answer the forms that their tasks show. */
public interface TaskForms {

  /** Notes where they can't; looks at each form of a deployed process once. */
  void look(WatchedTask task);
}
