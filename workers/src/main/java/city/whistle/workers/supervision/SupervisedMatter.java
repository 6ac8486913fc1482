package city.whistle.workers.supervision;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.unit.UnitRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a supervision is about, from its variables.
 *
 * @param caseId null for a whistle without a case
 * @param whistle null for a case without one
 * @param owner the unit that is supervised; null where none is yet
 * @param supervision its row; null where somebody started the process by hand
 * @param count how many there were of the cause when it was raised; null as well
 * @param overdueTask the element of a task that nobody did; null for other causes
 * @param assessment null for a case or a whistle
 * @param superviseBy candidate group of those who supervise; null for the supervisors
 * @param watched the process instance in which something was missed; null where somebody raised it
 *     by hand
 */
record SupervisedMatter(
    UUID caseId,
    Whistle whistle,
    UnitRef owner,
    String cause,
    String supervisionLevel,
    Integer round,
    String supervisionNote,
    Raised supervision,
    Integer count,
    String overdueTask,
    String superviseBy,
    Assessment assessment,
    String watched) {

  /** Tells the key from a number that leads to a person, which would be redacted. */
  private static final String INSTANCE = "instance:";

  static SupervisedMatter overdue(OverdueTask of) {
    return new SupervisedMatter(
        of.caseId(),
        of.whistleId() == null ? null : new Whistle(of.whistleId(), of.whistleNumber()),
        of.unit(),
        TaskSupervisions.CAUSE,
        null,
        null,
        null,
        null,
        null,
        of.task(),
        of.by(),
        of.assessmentId() == null ? null : new Assessment(of.assessmentId()),
        INSTANCE + of.processInstanceKey());
  }

  /**
   * A case whose owner is urged.
   *
   * @param by candidate group of those who supervise
   */
  static SupervisedMatter urged(CaseFile file, String by) {
    return new SupervisedMatter(
        file.id(),
        null,
        file.owner(),
        "urged",
        null,
        file.round(),
        null,
        null,
        null,
        null,
        by,
        null,
        null);
  }

  /** The same, where the model's own event told of it: that isn't about one task. */
  SupervisedMatter byTheModel(String modelCause) {
    return new SupervisedMatter(
        caseId,
        whistle,
        owner,
        modelCause,
        supervisionLevel,
        round,
        supervisionNote,
        supervision,
        count,
        null,
        superviseBy,
        assessment,
        watched);
  }

  /**
   * @throws IllegalArgumentException where it is about nothing
   */
  UUID subject() {
    if (caseId != null) {
      return caseId;
    }
    if (whistle == null && assessment == null) {
      throw new IllegalArgumentException(
          "a supervision belongs to a case, a whistle or a month's assessment");
    }
    return whistle == null ? assessment.id() : whistle.id();
  }

  SupervisedMatter because(String reason) {
    return with(reason, superviseBy, watched);
  }

  /** The same, told by this process instance, whose people are to read what supervisors say. */
  SupervisedMatter watched(long processInstanceKey) {
    return with(cause, superviseBy, INSTANCE + processInstanceKey);
  }

  /** The same, for this candidate group to look into; null for the supervisors. */
  SupervisedMatter by(String group) {
    return with(cause, group, watched);
  }

  private SupervisedMatter with(String newCause, String newSuperviseBy, String newWatched) {
    return new SupervisedMatter(
        caseId,
        whistle,
        owner,
        newCause,
        supervisionLevel,
        round,
        supervisionNote,
        supervision,
        count,
        overdueTask,
        newSuperviseBy,
        assessment,
        newWatched);
  }

  /** The process instance in which something was missed; empty where somebody raised it by hand. */
  Optional<Long> watchedInstance() {
    return Optional.ofNullable(watched)
        .filter(text -> text.matches(INSTANCE + "[0-9]{1,19}"))
        .map(text -> Long.valueOf(text.substring(INSTANCE.length())));
  }

  String causeText() {
    return cause == null ? "manual" : cause;
  }

  /** Code of the unit; null where there is none. */
  String unit() {
    return owner == null ? null : owner.code();
  }

  /** What a line says of it; what there is none of is left out. */
  Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    if (owner != null) {
      details.put("unit", owner.code());
      details.put("unitName", owner.name());
    }
    if (overdueTask != null) {
      details.put("task", overdueTask);
    }
    if (count != null) {
      details.put("count", count);
    }
    return details;
  }

  record Raised(UUID id) {}

  /** A month's assessment. */
  record Assessment(UUID id) {}

  record Whistle(UUID id, String number) {}
}
