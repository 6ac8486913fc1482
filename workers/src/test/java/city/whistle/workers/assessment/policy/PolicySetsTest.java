package city.whistle.workers.assessment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySetsTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final Policy SHIPPED = shipped();
  private static final PolicySets SETS = new PolicySets(List.of(SHIPPED));

  @Test
  void beginAMonthOnTheNineteenthOfTheMonthBefore() {
    Period march = SETS.period(YearMonth.parse("2026-03"));

    assertThat(march.from()).isEqualTo("2026-02-19T00:00:00+08:00");
    assertThat(march.to()).isEqualTo("2026-03-19T00:00:00+08:00");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-18T15:59:59.999Z, 2026-03",
    "2026-03-18T16:00:00Z,     2026-04",
    "2026-12-31T12:00:00Z,     2027-01",
    "2026-01-18T15:59:59Z,     2026-01",
  })
  void partMonthsAtTheCitysMidnight(String moment, YearMonth month) {
    assertThat(SETS.monthOf(OffsetDateTime.parse(moment))).isEqualTo(month);
  }

  @Test
  void leaveNoGapWhereTheFirstDayChanges() {
    PolicySets sets =
        new PolicySets(
            List.of(
                starting("2026-01-01", new PeriodRule(1, false)),
                starting("2019-01-01", new PeriodRule(19, true))));

    assertThat(sets.period(YearMonth.parse("2025-12")).to())
        .isEqualTo(sets.period(YearMonth.parse("2026-01")).from())
        .isEqualTo("2026-01-01T00:00:00+08:00");
    assertThat(sets.period(YearMonth.parse("2025-12")).from())
        .isEqualTo("2025-11-19T00:00:00+08:00");
    assertThat(sets.monthOf(OffsetDateTime.parse("2025-12-25T00:00:00+08:00")))
        .isEqualTo(YearMonth.parse("2025-12"));
  }

  @Test
  void countAMonthByTheLastSetThatHolds() {
    Policy later = starting("2026-02-01", new PeriodRule(1, false));
    PolicySets sets = new PolicySets(List.of(later, SHIPPED));

    assertThat(sets.of(YearMonth.parse("2026-01"))).isSameAs(SHIPPED);
    assertThat(sets.of(YearMonth.parse("2026-02"))).isSameAs(later);
    assertThat(sets.of(YearMonth.parse("2018-06"))).isSameAs(SHIPPED);
  }

  @Test
  void sayForEachPartWhereItComesFrom() throws IOException {
    for (JsonNode set : file().get("sets")) {
      List<String> parts = new ArrayList<>();
      set.fieldNames().forEachRemaining(parts::add);
      parts.removeAll(List.of("id", "validFrom", "sources"));

      assertThat(set.get("sources").properties())
          .extracting(Map.Entry::getKey)
          .containsExactlyInAnyOrderElementsOf(parts);
    }
  }

  @ParameterizedTest
  @CsvSource({"100.0, A", "95.0, A", "94.9, B", "70.0, C", "69.9, D", "0.0, D"})
  void putScoresIntoBands(BigDecimal score, String band) {
    assertThat(SHIPPED.bandOf(score)).isEqualTo(band);
  }

  private static Policy starting(String day, PeriodRule period) {
    return new Policy(
        day,
        LocalDate.parse(day),
        period,
        SHIPPED.countedAnswer(),
        1,
        SHIPPED.weights(),
        SHIPPED.publishedAs(),
        SHIPPED.bands(),
        SHIPPED.groups(),
        SHIPPED.lists(),
        SHIPPED.whistles(),
        SHIPPED.trades(),
        SHIPPED.check(),
        SHIPPED.exclusion(),
        SHIPPED.appeal(),
        SHIPPED.sources());
  }

  private static Policy shipped() {
    try {
      return JSON.treeToValue(file().get("sets").get(0), Policy.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode file() throws IOException {
    try (InputStream in = PolicySetsTest.class.getResourceAsStream("/data/assessment.json")) {
      return JSON.readTree(in);
    }
  }
}
