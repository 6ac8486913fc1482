package city.whistle.console.supervision;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/**
 * One action on many cases.
 *
 * @param who id of the person
 * @param action {@code urge}, {@code reassign} or {@code retry}
 * @param list path of the list that it was chosen from
 * @param cutOff whether the list had more than may be chosen at once
 * @param expires until when it may be started
 * @param to whom tasks are given, {@code -} for their groups; null where that isn't asked
 * @param reason null before it was started
 * @param started null before
 * @param ended null before
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
    OffsetDateTime ended) {

  static final String URGE = "urge";
  static final String REASSIGN = "reassign";
  static final String RETRY = "retry";

  /**
   * What is done to one case, one of its tasks or one of its incidents.
   *
   * @param n its place
   * @param target key of the task or incident; null where the case itself is acted on
   * @param step of the task or incident; empty for none
   * @param detail the task's groups, parted by commas; the incident's kind
   * @param answer why it wasn't done: last part of a message's key, or somebody's own words
   */
  record Item(
      int n, String number, Long target, String step, String detail, State state, String answer) {

    static Item pending(String number, Long target, String step, String detail) {
      return new Item(0, number, target, step, detail, State.PENDING, "");
    }

    static Item left(String number, String why) {
      return new Item(0, number, null, "", "", State.LEFT, why);
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
