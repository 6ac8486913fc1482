package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.whistle.app.day.Caller.What;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlanTest {

  private static final LocalDate WINTER = LocalDate.of(2026, 12, 1);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

  @Test
  void isTheSameForTheSameDayShareAndSeed() {
    assertThat(DayPlan.of(WINTER, 0.05, 7)).isEqualTo(DayPlan.of(WINTER, 0.05, 7));
  }

  @Test
  void isAnotherForAnotherSeed() {
    assertThat(DayPlan.of(WINTER, 0.05, 7).callers())
        .isNotEqualTo(DayPlan.of(WINTER, 0.05, 8).callers());
  }

  @Test
  void hasAWholeCitysContactsAndCases() {
    DayPlan plan = DayPlan.of(WINTER, 1, 1);

    assertThat(plan.contacts()).isEqualTo(70_000);
    assertThat(plan.callers()).hasSize(28_000);
  }

  @Test
  void hasItsShareOfThem() {
    DayPlan plan = DayPlan.of(WINTER, 0.05, 1);

    assertThat(plan.contacts()).isEqualTo(3_500);
    assertThat(plan.callers()).hasSize(1_400);
  }

  @Test
  void isADayHoweverSmallTheShareIs() {
    DayPlan plan = DayPlan.of(WINTER, 0.000_01, 1);

    assertThat(plan.callers()).hasSizeGreaterThan(8);
    assertThat(plan.walks()).isNotEmpty();
    assertThat(plan.whistles()).isNotEmpty();
  }

  @Test
  void numbersCallersInTheOrderInWhichTheyCall() {
    List<Caller> callers = DayPlan.of(WINTER, 0.05, 1).callers();

    assertThat(callers).extracting(Caller::at).isSorted();
    assertThat(callers).extracting(Caller::index).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void liesWithinTheDay() {
    DayPlan plan = DayPlan.of(WINTER, 0.05, 1);

    assertThat(plan.callers())
        .allMatch(c -> !c.at().isBefore(plan.begins()) && c.at().isBefore(plan.ends()));
  }

  @Test
  void hasABusiestHourWithATenthOfTheDay() {
    Map<Integer, Long> hours =
        DayPlan.of(WINTER, 1, 1).callers().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.at().atZone(DayPlan.CITY).getHour(), Collectors.counting()));

    assertThat(hours.values().stream().mapToLong(n -> n).max().orElseThrow() / 28_000.0)
        .isCloseTo(0.1, within(0.015));
  }

  @Test
  void comesByPhoneAsOftenAsPublished() {
    assertThat(share(WINTER, c -> c.channel().equals("phone"))).isCloseTo(0.89, within(0.01));
  }

  @Test
  void hasCategoriesByPublishedShares() {
    assertThat(share(WINTER, c -> c.category().topName().equals("市场管理")))
        .isCloseTo(98.0 / 683.1, within(0.01));
  }

  @Test
  void tellsOfHeatingInWinter() {
    assertThat(share(WINTER, c -> c.category().code().startsWith("0104"))).isPositive();
  }

  @Test
  void tellsOfNoHeatingInSummer() {
    assertThat(share(SUMMER, c -> c.category().code().startsWith("0104"))).isZero();
  }

  @Test
  void hasEachOfTheFourLimits() {
    assertThat(DayPlan.of(WINTER, 0.05, 1).callers())
        .extracting(c -> c.category().level())
        .contains("2h", "24h", "7d", "15d");
  }

  @Test
  void hasABurstInOnePlaceWithinAnHour() {
    List<Caller> calls =
        DayPlan.of(WINTER, 0.01, 1).callers().stream()
            .collect(Collectors.groupingBy(c -> c.category().code() + c.street().code()))
            .values()
            .stream()
            .max((one, other) -> one.size() - other.size())
            .orElseThrow();

    assertThat(calls).hasSizeGreaterThanOrEqualTo(8);
    assertThat(Duration.between(calls.get(0).at(), calls.get(calls.size() - 1).at()))
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void hasEveryWish() {
    assertThat(DayPlan.of(WINTER, 0.05, 1).callers())
        .flatExtracting(Caller::wishes)
        .extracting(Caller.Wish::what)
        .contains(What.values());
  }

  @Test
  void repeatsOnlyWhatWasToldBefore() {
    Map<Integer, Caller> callers =
        DayPlan.of(WINTER, 0.2, 1).callers().stream()
            .collect(Collectors.toMap(Caller::index, Function.identity()));

    assertThat(callers.values().stream().filter(c -> c.before() != null))
        .isNotEmpty()
        .allMatch(c -> !c.at().isBefore(callers.get(c.before()).at()));
  }

  private static double share(LocalDate day, Predicate<Caller> which) {
    List<Caller> callers = DayPlan.of(day, 1, 1).callers();
    return callers.stream().filter(which).count() / (double) callers.size();
  }
}
