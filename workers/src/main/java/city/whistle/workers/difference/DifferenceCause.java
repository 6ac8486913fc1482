package city.whistle.workers.difference;

/** Why registry and engine differ, as far as can be told from the two. */
public enum DifferenceCause {
  /** The start is still to be made: the engine refuses it, or was away. It is tried again. */
  START_WAITS("startWaits"),
  /** The engine took the start, and no process has registered. */
  NOT_BEGUN("notBegun"),
  /** Somebody cancelled the process in the engine. */
  CANCELLED("cancelled"),
  /** The process ended by itself and left its subject open. */
  COMPLETED("completed"),
  /** The engine has nothing from that time: it was purged, or is another one. */
  ENGINE_EMPTIED("engineEmptied"),
  /** The engine has older processes, but not this: restored from an older backup, or deleted. */
  ENGINE_OLDER("engineOlder"),
  /** The engine gave the process's key to another subject: restored from an older backup. */
  KEY_GIVEN_ANEW("keyGivenAnew"),
  /** No process that runs has this subject. */
  PROCESS_GONE("processGone"),
  /** The registry has no such subject: restored from an older backup, or begun by hand. */
  SUBJECT_UNKNOWN("subjectUnknown"),
  /** The registry's subject is over. */
  SUBJECT_OVER("subjectOver"),
  /** The registry's subject is another process's. */
  OTHER_PROCESS("otherProcess"),
  /** The unit was abolished, and nobody took the task over. */
  UNIT_ABOLISHED("unitAbolished");

  private final String wireName;

  DifferenceCause(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
