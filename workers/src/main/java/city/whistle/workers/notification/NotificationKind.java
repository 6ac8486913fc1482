package city.whistle.workers.notification;

import static city.whistle.workers.notification.Recipient.Kind.HOTLINE;
import static city.whistle.workers.notification.Recipient.Kind.LINE;
import static city.whistle.workers.notification.Recipient.Kind.RESIDENT;
import static city.whistle.workers.notification.Recipient.Kind.UNIT;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What people are told. Each kind has a text for each kind of recipient in each language, in {@code
 * notifications/messages_*.properties}. Every text may name {@code number}, the case's or
 * whistle's.
 */
public enum NotificationKind {
  CASE_DISPATCHED("caseDispatched", Set.of(UNIT), Set.of("signBy", "settleBy")),
  CASE_COPIED("caseCopied", Set.of(UNIT), Set.of("unit")),
  ROUND_OPENED("roundOpened", Set.of(UNIT, RESIDENT), Set.of("settleBy")),
  LIMIT_NEAR("limitNear", Set.of(UNIT), Set.of()),
  LIMIT_PASSED("limitPassed", Set.of(UNIT), Set.of()),
  URGED("urged", Set.of(UNIT, HOTLINE), Set.of("times")),
  SUPPLEMENTED("supplemented", Set.of(UNIT, HOTLINE), Set.of()),
  WITHDRAWN("withdrawn", Set.of(UNIT, HOTLINE, RESIDENT), Set.of()),
  CITY_EMERGENCY("cityEmergency", Set.of(UNIT), Set.of()),
  REMINDED("reminded", Set.of(UNIT, HOTLINE), Set.of("cause")),
  SUPERVISED("supervised", Set.of(UNIT), Set.of("cause")),
  TASK_DUE("taskDue", Set.of(UNIT, HOTLINE), Set.of("task", "dueBy")),
  TASK_OVERDUE("taskOverdue", Set.of(UNIT, HOTLINE), Set.of("task", "times")),
  TASK_ENDED("taskEnded", Set.of(UNIT, HOTLINE), Set.of("task")),
  CO_HANDLING("coHandling", Set.of(UNIT), Set.of("unit", "dueBy")),
  CASE_INHERITED("caseInherited", Set.of(UNIT, HOTLINE), Set.of("unit")),
  OWNER_CHANGED("ownerChanged", Set.of(RESIDENT), Set.of("unit", "settleBy")),
  CASE_CLOSED("caseClosed", Set.of(RESIDENT), Set.of("result")),
  REVIEW_MISSED("reviewMissed", Set.of(UNIT), Set.of("unit")),
  MERGED("merged", Set.of(RESIDENT, UNIT), Set.of()),
  PARTED("parted", Set.of(RESIDENT), Set.of()),
  COMPLAINANT_JOINED("complainantJoined", Set.of(UNIT), Set.of("case")),
  REPEATED("repeated", Set.of(UNIT), Set.of()),
  PROMISE_MOVED("promiseMoved", Set.of(RESIDENT), Set.of("settleBy")),
  RELEASED("released", Set.of(UNIT), Set.of("whistle")),
  OBJECTION_RAISED("objectionRaised", Set.of(HOTLINE), Set.of("unit", "reviewBy")),
  OBJECTION_UPHELD("objectionUpheld", Set.of(UNIT), Set.of("unit")),
  OBJECTION_DISMISSED("objectionDismissed", Set.of(UNIT), Set.of("unit")),
  REQUEST_REFUSED("requestRefused", Set.of(UNIT), Set.of("why")),
  SUMMONED("summoned", Set.of(UNIT), Set.of("whistle", "signBy", "arriveBy")),
  SUMMONED_AGAIN("summonedAgain", Set.of(UNIT), Set.of("whistle", "signBy", "arriveBy")),
  MEETING_ACTION("meetingAction", Set.of(UNIT), Set.of("whistle", "dueBy")),
  THEME_GIVEN("themeGiven", Set.of(UNIT), Set.of("theme", "dueBy")),
  UNIT_ABSENT("unitAbsent", Set.of(UNIT), Set.of("whistle", "unit", "step")),
  CASE_REPLIED("caseReplied", Set.of(RESIDENT, HOTLINE), Set.of()),
  CASE_EXTENDED("caseExtended", Set.of(RESIDENT, HOTLINE), Set.of("settleBy")),
  CASE_SUSPENDED("caseSuspended", Set.of(RESIDENT, HOTLINE), Set.of("until")),
  CASE_RESUMED("caseResumed", Set.of(RESIDENT, HOTLINE), Set.of("settleBy")),
  CALLBACK_LINK("callbackLink", Set.of(RESIDENT), Set.of()),
  FIGURES_OVERDUE("figuresOverdue", Set.of(HOTLINE), Set.of("task")),
  EXCLUSION_DECIDED("exclusionDecided", Set.of(UNIT), Set.of("result")),
  APPEAL_DECIDED("appealDecided", Set.of(UNIT), Set.of("result")),
  PATROL_WAITS("patrolWaits", Set.of(UNIT), Set.of("lane")),
  EMERGENCY_TRANSFERRED("emergencyTransferred", Set.of(LINE), Set.of());

  /** What of one case is told to all whose cases follow it, since it is about their matter, too. */
  private static final Set<NotificationKind> OF_MATTER =
      EnumSet.of(
          ROUND_OPENED,
          OWNER_CHANGED,
          PROMISE_MOVED,
          CASE_REPLIED,
          CASE_EXTENDED,
          CASE_SUSPENDED,
          CASE_RESUMED);

  private final String wireName;
  private final Set<Recipient.Kind> recipients;
  private final Set<String> parameters;

  NotificationKind(String wireName, Set<Recipient.Kind> recipients, Set<String> parameters) {
    this.wireName = wireName;
    this.recipients = recipients;
    this.parameters = parameters;
  }

  /** Name in the table and in keys of texts. */
  public String wireName() {
    return wireName;
  }

  public Set<Recipient.Kind> recipients() {
    return recipients;
  }

  /** What fills the text beside the number; never personal data. */
  public Set<String> parameters() {
    return parameters;
  }

  /** Whether residents of cases that follow the case are told, too. */
  boolean isOfMatter() {
    return OF_MATTER.contains(this);
  }

  public static Optional<NotificationKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}
