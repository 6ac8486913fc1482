package city.whistle.workers.theme;

import city.whistle.workers.SteppedClock;
import city.whistle.workers.calendar.CityTime;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The month is November of a year in which no other test complains. */
abstract class NovemberTest {

  static final YearMonth MONTH = YearMonth.of(2035, 11);
  static final String WATER = "010101";
  static final String QUALITY = "010102";
  static final String HEAT = "010301";
  static final long FIRST = 41;
  static final long SECOND = 42;

  @Autowired ThemeScene scene;
  @Autowired ThemeViews views;
  @Autowired JdbcClient jdbc;
  @Autowired SteppedClock clock;

  Instant before;

  @BeforeEach
  void beginTheMonth() {
    before = clock.instant();
    clock.set(MONTH.atDay(2).atTime(9, 0).atZone(CityTime.ZONE).toInstant());
    scene.forget(WATER, QUALITY, HEAT);
  }

  @AfterEach
  void putTheClockBack() {
    clock.set(before);
  }

  void asked(String category, int times, YearMonth month) {
    scene.asked(category, times, Months.moment(month.atDay(10)));
  }
}
