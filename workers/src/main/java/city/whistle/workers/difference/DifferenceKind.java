package city.whistle.workers.difference;

/** What differs between registry and engine; the wire name is as people read it in the API. */
public enum DifferenceKind {
  /** A case is open and no process works on it. */
  CASE_WITHOUT_PROCESS("caseWithoutProcess", "case"),
  /** A whistle isn't over and no process works on it. */
  WHISTLE_WITHOUT_PROCESS("whistleWithoutProcess", "whistle"),
  /**
   * A supervision is open and no process works on it: another of its cause would only be counted.
   */
  SUPERVISION_WITHOUT_PROCESS("supervisionWithoutProcess", "supervision"),
  /** A process works on what the registry doesn't know, on what is over, or beside another one. */
  PROCESS_WITHOUT_SUBJECT("processWithoutSubject", "process"),
  /** A task is open for a unit that is no more. */
  TASK_OF_ABOLISHED_UNIT("taskOfAbolishedUnit", "task");

  private final String wireName;
  private final String prefix;

  DifferenceKind(String wireName, String prefix) {
    this.wireName = wireName;
    this.prefix = prefix;
  }

  public String wireName() {
    return wireName;
  }

  String id(Object of) {
    return prefix + ":" + of;
  }
}
