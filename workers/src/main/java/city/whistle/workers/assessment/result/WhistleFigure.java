package city.whistle.workers.assessment.result;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number of whistles that opens to them. One condition, over a whistle {@code w} and of who was
 * summoned also over its summons {@code s}, makes both, so that they can't differ.
 */
public enum WhistleFigure {
  BLOWN(Side.BLOWER, "blown", "w.blown_at >= :from and w.blown_at < :until"),
  JUDGED(Side.BLOWER, "judged", Conditions.JUDGED),
  JUSTIFIED(
      Side.BLOWER,
      "justified",
      Conditions.JUDGED + " and (w.score ->> 'justified')::numeric >= :justifiedFrom"),
  SUMMONED(Side.SUMMONED, "summoned", "true"),
  ARRIVED(Side.SUMMONED, "arrived", "s.arrived_at is not null"),
  IN_TIME(Side.SUMMONED, "inTime", "s.arrived_at <= s.arrive_by"),
  ABSENT(Side.SUMMONED, "absent", "s.absent"),
  NOT_COME(Side.SUMMONED, "notCome", "s.arrived_at is null and s.absent is not true"),
  LEADERS(Side.SUMMONED, "leaders", "s.arrival ->> 'rank' = 'leader'"),
  HEADS(Side.SUMMONED, "heads", "s.arrival ->> 'rank' = 'division'"),
  STAFF(Side.SUMMONED, "staff", "s.arrival ->> 'rank' = 'staff'"),
  DONE(Side.SUMMONED, "done", "s.result = 'done'"),
  STAY_JUDGED(Side.SUMMONED, "stayJudged", "s.score ->> 'stayed' is not null"),
  STAYED(Side.SUMMONED, "stayed", "(s.score ->> 'stayed')::numeric >= :stayedFrom");

  private final Side side;
  private final String wireName;
  private final String condition;

  WhistleFigure(Side side, String wireName, String condition) {
    this.side = side;
    this.wireName = wireName;
    this.condition = condition;
  }

  public String wireName() {
    return wireName;
  }

  Side side() {
    return side;
  }

  String condition() {
    return condition;
  }

  public static Optional<WhistleFigure> of(String wireName) {
    return Arrays.stream(values()).filter(figure -> figure.wireName.equals(wireName)).findFirst();
  }

  /** How many rows meet the condition of each figure of the side, as columns of its name. */
  static String counted(Side side) {
    return Stream.of(values())
        .filter(figure -> figure.side == side)
        .map(
            figure ->
                "count(*) filter (where %s) as \"%s\"".formatted(figure.condition, figure.wireName))
        .collect(Collectors.joining(",\n  "));
  }

  /** Whose whistles are counted. */
  enum Side {
    BLOWER("w.street_code"),
    /** Of whistles that ended in the period and were not refused. */
    SUMMONED("s.unit_code");

    private final String unit;

    Side(String unit) {
      this.unit = unit;
    }

    /** The column that says whose. */
    String unit() {
      return unit;
    }
  }

  private static final class Conditions {

    static final String JUDGED =
        "w.ended_at >= :from and w.ended_at < :until and w.score ->> 'justified' is not null";
  }
}
