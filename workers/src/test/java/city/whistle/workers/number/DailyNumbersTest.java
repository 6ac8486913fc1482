package city.whistle.workers.number;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.number.DailyNumbers.Series;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistryTest
class DailyNumbersTest {

  @Autowired private DailyNumbers numbers;
  @Autowired private JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({"CASE, 20310104-", "WHISTLE, W20310104-"})
  void countsFromOneEachDay(Series series, String day) {
    LocalDate first = LocalDate.of(2031, 1, 3);

    assertThat(next(series, first, 3)).hasSize(3);
    assertThat(next(series, first.plusDays(1), 2)).containsExactly(day + "000001", day + "000002");
  }

  @Test
  void countsCasesAndWhistlesApart() {
    LocalDate day = LocalDate.of(2031, 2, 1);

    assertThat(numbers.next(Series.CASE, day)).isEqualTo("20310201-000001");
    assertThat(numbers.next(Series.WHISTLE, day)).isEqualTo("W20310201-000001");
  }

  @ParameterizedTest
  @EnumSource(Series.class)
  void cutsNothingOffAfterAMillion(Series series) {
    LocalDate day = LocalDate.of(2031, 3, 1);
    numbers.next(series, day);
    skip(series, 999_997);

    assertThat(next(series, day, 3))
        .extracting(number -> number.replaceFirst(".*-", ""))
        .containsExactly("999999", "1000000", "1000001");
  }

  @Test
  void goesOnWithADayThatHadNumbersBefore() {
    LocalDate day = LocalDate.of(2031, 4, 1);
    jdbc.sql("insert into registry.number_day (series, day, base) values ('case', ?, 0)")
        .param(day)
        .update();
    long last = jdbc.sql("select last_value from registry.case_number").query(Long.class).single();

    assertThat(numbers.next(Series.CASE, day)).isEqualTo("20310401-%06d".formatted(last + 1));
  }

  @Test
  void givesEveryNumberOnceWhereManyBeginTheDay() {
    LocalDate day = LocalDate.of(2031, 5, 1);

    List<String> drawn =
        IntStream.range(0, 200).parallel().mapToObj(n -> numbers.next(Series.CASE, day)).toList();

    assertThat(drawn).doesNotHaveDuplicates().hasSize(200);
  }

  private List<String> next(Series series, LocalDate day, int times) {
    return Stream.generate(() -> numbers.next(series, day)).limit(times).toList();
  }

  private void skip(Series series, int numbers) {
    String sequence = "registry." + series.name().toLowerCase(java.util.Locale.ROOT) + "_number";
    jdbc.sql("select setval(?::regclass, nextval(?::regclass) + ?)")
        .params(sequence, sequence, numbers - 1)
        .query(Long.class)
        .single();
  }
}
