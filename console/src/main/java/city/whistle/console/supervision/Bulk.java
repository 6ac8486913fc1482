package city.whistle.console.supervision;

import city.whistle.console.supervision.BulkPage.Said;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One action on many cases, or on many process instances.
 *
 * @param who id of the person
 * @param action {@code urge}, {@code reassign}, {@code retry}, {@code move} or {@code migrate}
 * @param list path of the list that it was chosen from
 * @param cutOff whether the list had more than may be chosen at once
 * @param expires until when it may be started
 * @param to whom tasks are given, {@code -} for their groups; id of the step or number of the
 *     version to which instances go; null where that isn't asked, or not chosen yet
 * @param reason null before it was started
 * @param started null before
 * @param ended null before
 * @param cohort the instances; null where it is of cases
 */
record Bulk(
    UUID id,
    String who,
    String action,
    String list,
    boolean cutOff,
    OffsetDateTime expires,
    String to,
    String reason,
    OffsetDateTime started,
    OffsetDateTime ended,
    Cohort cohort) {

  static final String URGE = "urge";
  static final String REASSIGN = "reassign";
  static final String RETRY = "retry";
  static final String MOVE = "move";
  static final String MIGRATE = "migrate";

  /**
   * Instances of one version that stand at one step, and what they are to become.
   *
   * @param steps what steps become that the other version doesn't have so, by their ids; empty for
   *     one that is still to be chosen
   * @param preview what it will do; empty until it was chosen to what
   * @param seal of what is shown; null until it was chosen to what
   */
  record Cohort(
      String process,
      int version,
      String element,
      Map<String, String> steps,
      List<Said> preview,
      UUID seal) {

    static Cohort of(String process, int version, String element) {
      return new Cohort(process, version, element, Map.of(), List.of(), null);
    }
  }

  /**
   * What is done to one case, one of its tasks or one of its incidents, or to one instance.
   *
   * @param n its place
   * @param number of its case; empty for an instance of none
   * @param instance key of the instance; null where it is of cases
   * @param target key of the task, incident or element instance; null where the case itself is
   *     acted on, and where an instance was left out when it was chosen
   * @param step of the task, incident or element instance; empty for none
   * @param detail the task's groups, parted by commas; the incident's kind; the seal of a
   *     migration's plan
   * @param answer why it wasn't done: last part of a message's key, or somebody's own words
   */
  record Item(
      int n,
      String number,
      Long instance,
      Long target,
      String step,
      String detail,
      State state,
      String answer) {

    static Item pending(String number, Long target, String step, String detail) {
      return new Item(0, number, null, target, step, detail, State.PENDING, "");
    }

    static Item left(String number, String why) {
      return new Item(0, number, null, null, "", "", State.LEFT, why);
    }

    /** An instance that stands at the step. */
    static Item standing(KnownInstance of, long target, String step) {
      return new Item(0, numberOf(of), of.key(), target, step, "", State.PENDING, "");
    }

    static Item left(KnownInstance of, String why) {
      return new Item(0, numberOf(of), of.key(), null, "", "", State.LEFT, why);
    }

    private static String numberOf(KnownInstance of) {
      return of.number() == null ? "" : of.number();
    }

    Item judged(State as, String why, String sealed) {
      return new Item(n, number, instance, target, step, sealed, as, why);
    }
  }

  /** What became of an item; the wire name is the lower-case name. */
  enum State {
    PENDING,
    DONE,
    REFUSED,
    /** There was nothing left to do. */
    OVER,
    /** Left out before it began. */
    LEFT;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
