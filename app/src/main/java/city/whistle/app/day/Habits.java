package city.whistle.app.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;

/** How soon people do what they have to do, and how often they are late. */
final class Habits {

  private static final Duration LATE_MOST = Duration.ofDays(3);
  private static final Duration SOONEST = Duration.ofMinutes(5);
  private static final LocalTime CALLS_FROM = LocalTime.of(8, 0);
  private static final LocalTime CALLS_UNTIL = LocalTime.of(20, 0);

  /** Units that were summoned and never come. */
  private static final double ABSENT = 0.03;

  private static final Duration NEVER = Duration.ofDays(12);

  /** Minutes that what has no limit takes, from and to. */
  private static final Map<String, double[]> USUAL =
      Map.ofEntries(
          Map.entry("AnswerInquiry", new double[] {3, 30}),
          Map.entry("ReplyWithoutDispatch", new double[] {3, 30}),
          Map.entry("ConsultDispatch", new double[] {5, 90}),
          Map.entry("ReplyResident", new double[] {5, 60}),
          Map.entry("GiveOpinion", new double[] {120, 2000}),
          Map.entry("ApproveExtension", new double[] {30, 900}),
          Map.entry("ApproveSuspension", new double[] {60, 1400}),
          Map.entry("ReviewSuspension", new double[] {2000, 14000}),
          Map.entry("ApproveWhistle", new double[] {10, 180}),
          Map.entry("HoldMeeting", new double[] {600, 4000}),
          Map.entry("DoPart", new double[] {600, 6000}),
          Map.entry("ReleaseUnits", new double[] {7500, 12000}),
          Map.entry("ScoreUnits", new double[] {60, 4000}),
          Map.entry("ScoreWhistle", new double[] {60, 4000}),
          Map.entry("ChooseThemes", new double[] {60, 3000}),
          Map.entry("WorkOnTheme", new double[] {1500, 9000}),
          Map.entry("ReviewTheme", new double[] {100, 3000}),
          Map.entry("AssessMatter", new double[] {10, 120}),
          Map.entry("AssessPatrol", new double[] {20, 600}));

  private static final double[] OTHER = {30, 600};

  private final Chance chance;

  Habits(Chance chance) {
    this.chance = chance;
  }

  /** When the one who has it does it. */
  Instant when(Work work) {
    return switch (work.element()) {
      case "SignSummons", "ReportOnSite" ->
          is(work, ABSENT, "absent") ? work.created().plus(NEVER) : inTime(work);
      case "SignCase", "ContactResident", "CoHandle", "ReviewObjection", "FollowActions" ->
          inTime(work);
      case "HandleCase" -> handled(work);
      case "CallResident" -> called(work);
      default -> work.created().plus(usual(work));
    };
  }

  private Instant inTime(Work work) {
    Duration limit = work.limit().filter(left -> left.compareTo(SOONEST) > 0).orElse(null);
    if (limit == null) {
      return work.created().plus(usual(work));
    }
    double minutes = limit.toMinutes();
    if (is(work, Shares.LATE, "late")) {
      double late = Math.min(minutes * between(work, 0.05, 1, "by"), LATE_MOST.toMinutes());
      return work.created().plus(minutes(minutes + late));
    }
    return work.created().plus(minutes(minutes * between(work, 0.05, 0.9, "in")));
  }

  /** After what it took beside, the owner takes the rest of the time. */
  private Instant handled(Work work) {
    return work.times() == 0
        ? inTime(work)
        : inTime(work).plus(minutes(between(work, 5, 60, "more")));
  }

  /** Residents are called in the daytime alone. */
  private Instant called(Work work) {
    ZonedDateTime at =
        work.created().plus(minutes(between(work, 5, 240, "in"))).atZone(DayPlan.CITY);
    if (at.toLocalTime().isBefore(CALLS_FROM)) {
      at = at.with(CALLS_FROM).plusMinutes((long) between(work, 0, 120, "morning"));
    } else if (at.toLocalTime().isAfter(CALLS_UNTIL)) {
      at = at.plusDays(1).with(CALLS_FROM).plusMinutes((long) between(work, 0, 120, "morning"));
    }
    return at.toInstant();
  }

  private Duration usual(Work work) {
    double[] range = USUAL.getOrDefault(work.element(), OTHER);
    double late = is(work, Shares.LATE, "late") ? 3 : 1;
    return minutes(late * between(work, range[0], range[1], "in"));
  }

  private boolean is(Work work, double share, String decision) {
    return chance.is(share, work.chance(), work.purpose(decision));
  }

  private double between(Work work, double low, double high, String decision) {
    return chance.between(low, high, work.chance(), work.purpose(decision));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofMinutes((long) minutes);
  }
}
