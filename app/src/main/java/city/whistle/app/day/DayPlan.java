package city.whistle.app.day;

import city.whistle.app.day.Caller.What;
import city.whistle.app.day.Caller.Wish;
import city.whistle.app.day.City.Category;
import city.whistle.app.day.City.Street;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What will happen on a day: who calls when about what. The same day, share and seed give the same
 * plan.
 *
 * @param share of a whole city's day
 * @param contacts how many call; those whose call becomes no case are answered at once
 * @param callers whose call becomes a case, in the order in which they call
 * @param walks when stewards report what they found in lanes
 * @param whistles when sub-districts whistle without a case
 */
public record DayPlan(
    LocalDate day,
    double share,
    long seed,
    int contacts,
    List<Caller> callers,
    List<Instant> walks,
    List<Instant> whistles) {

  static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

  /** Chance's name for whether a steward settles at once what he finds. */
  static final String ON_THE_WALK = "settledAtOnce";

  private static final int WALKS = 400;
  private static final int WHISTLES = 20;
  private static final int BURST = 40;
  private static final int LEAST_BURST = 8;
  private static final LocalTime BURST_AT = LocalTime.of(18, 20);
  private static final String HEATING_OFF = "010401";
  private static final String WATER_OFF = "010101";

  /** When the day begins. */
  Instant begins() {
    return day.atStartOfDay(CITY).toInstant();
  }

  Instant ends() {
    return day.plusDays(1).atStartOfDay(CITY).toInstant();
  }

  Chance chance() {
    return new Chance(seed);
  }

  /**
   * @param share above 0, at most 1
   */
  public static DayPlan of(LocalDate day, double share, long seed) {
    return new Draft(day, share, new Chance(seed), City.read()).plan();
  }

  /** How many of a whole day's there are, at least the given number. */
  private static int part(int whole, double share, int least) {
    return Math.max(least, (int) Math.round(whole * share));
  }

  /** Draws one plan. */
  private record Draft(LocalDate day, double share, Chance chance, City city) {

    DayPlan plan() {
      int burst = part(BURST, share, LEAST_BURST);
      int cases = part(Shares.CASES, share, burst + 1);
      List<Instant> calls =
          LongStream.range(0, cases - burst).mapToObj(this::call).sorted().toList();
      List<Instant> all = new ArrayList<>(calls);
      IntStream.range(0, burst).forEach(n -> all.add(outage(n, burst)));
      List<Integer> order =
          IntStream.range(0, cases).boxed().sorted(Comparator.comparing(all::get)).toList();
      List<Caller> callers = new ArrayList<>();
      int first = order.indexOf(cases - burst);
      for (int index = 0; index < cases; index++) {
        Instant at = all.get(order.get(index));
        callers.add(
            order.get(index) < cases - burst
                ? usual(index, at, callers)
                : ofBurst(index, at, first));
      }
      return new DayPlan(
          day,
          share,
          chance.seed(),
          part(Shares.CONTACTS, share, cases),
          List.copyOf(callers),
          times(part(WALKS, share, 2), "walk", 7, 18),
          times(part(WHISTLES, share, 1), "whistle", 9, 17));
    }

    private Instant call(long n) {
      int second = Shares.second(chance.of(n, "hour"), chance.of(n, "second"));
      return day.atStartOfDay(CITY).plusSeconds(second).toInstant();
    }

    private Instant outage(int n, int burst) {
      return day.atTime(BURST_AT).atZone(CITY).plusMinutes(30L * n / burst).toInstant();
    }

    private List<Instant> times(int count, String purpose, int from, int to) {
      return LongStream.range(0, count)
          .mapToObj(
              n ->
                  day.atStartOfDay(CITY)
                      .plusSeconds((long) (3600 * chance.between(from, to, n, purpose)))
                      .toInstant())
          .sorted()
          .toList();
    }

    private Caller usual(int index, Instant at, List<Caller> earlier) {
      Caller before = earlier.isEmpty() ? null : chance.among(earlier, index, "before");
      if (before != null && isOld(before, at)) {
        if (chance.is(0.008, index, "repeat")) {
          return again(index, at, before, List.of());
        }
        if (chance.is(0.008, index, "same")) {
          return again(index, at, before, List.of(new Wish(What.MERGE, Duration.ofMinutes(40))));
        }
      }
      Category category = category(index);
      String kind = kind(index, category);
      Street street = city.street(chance.of(index, "street"));
      return new Caller(
          index,
          at,
          kind,
          channel(index),
          category,
          street,
          chance.is(0.97, index, "streetKnown"),
          chance.is(0.99, index, "phone"),
          null,
          wishes(index));
    }

    /** Also whoever tells it again has to have waited. */
    private static boolean isOld(Caller before, Instant at) {
      return before.streetKnown()
          && before.category().signal() == null
          && before.at().plus(Duration.ofMinutes(30)).isBefore(at);
    }

    private Caller again(int index, Instant at, Caller before, List<Wish> wishes) {
      return new Caller(
          index,
          at,
          "complaint",
          channel(index),
          before.category(),
          before.street(),
          true,
          true,
          before.index(),
          wishes);
    }

    /** One in three is merged with the first that told of it. */
    private Caller ofBurst(int index, Instant at, int first) {
      Category category = city.category(isHeated() ? HEATING_OFF : WATER_OFF);
      Street street = city.street(chance.of(-1, "burst"));
      boolean follows = index != first && chance.is(0.33, index, "follows");
      return new Caller(
          index,
          at,
          "complaint",
          channel(index),
          category,
          street,
          true,
          true,
          follows ? first : null,
          follows ? List.of(new Wish(What.MERGE, Duration.ofMinutes(50))) : List.of());
    }

    private boolean isHeated() {
      return day.getMonthValue() <= 3 || day.getMonthValue() >= 11;
    }

    private Category category(int index) {
      double drawn = chance.of(index, "signal");
      String signal =
          drawn < 0.003
              ? "emergency"
              : drawn < 0.008
                  ? "legalChannel"
                  : drawn < 0.016
                      ? "beyondDuty"
                      : drawn < 0.018 ? "secret" : drawn < 0.02 ? "unlawful" : null;
      return signal == null
          ? city.category(chance.of(index, "category"), day.getMonthValue())
          : chance.among(city.undispatched(signal), index, "category");
    }

    /** Some inquiries are not answered on the phone at once. */
    private String kind(int index, Category category) {
      double drawn = chance.of(index, "kind");
      if (category.signal() != null) {
        return "complaint";
      }
      return drawn < 0.05
          ? "inquiry"
          : drawn < 0.08
              ? "report"
              : drawn < 0.11 ? "suggestion" : drawn < 0.5 ? "help" : "complaint";
    }

    private String channel(int index) {
      return chance.is(Shares.BY_PHONE, index, "byPhone")
          ? "phone"
          : chance.among(List.of("web", "app", "wechat"), index, "channel");
    }

    private List<Wish> wishes(int index) {
      List<Wish> wishes = new ArrayList<>();
      wish(wishes, What.URGE, 0.02, index, 12, 72);
      wish(wishes, What.SUPPLEMENT, 0.015, index, 1, 24);
      wish(wishes, What.WITHDRAW, 0.02, index, 1, 48);
      return wishes;
    }

    private void wish(
        List<Wish> wishes, What what, double share, int index, double from, double to) {
      if (chance.is(share, index, what.name())) {
        double hours = chance.between(from, to, index, what + "After");
        wishes.add(new Wish(what, Duration.ofMinutes((long) (60 * hours))));
      }
    }
  }
}
