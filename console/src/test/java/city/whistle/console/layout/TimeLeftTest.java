package city.whistle.console.layout;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.console.layout.TimeLeft.Kind;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

  /** A Sunday. */
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-29T14:20:00+08:00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-29T13:00:00+08:00 | LATE | 超时 1 小时 20 分 | 1 h 20 min late
          2026-11-29T13:55:00+08:00 | LATE | 超时 25 分 | 25 min late
          2026-11-26T14:20:00+08:00 | LATE | 超时 3 天 | 3 days late
          2026-11-29T15:00:00+08:00 | NEAR | 还有 40 分 | 40 min left
          2026-11-29T15:30:00+08:00 | NEAR | 今天 15:30 前 | today by 15:30
          2026-11-29T17:00:00+08:00 | FAR | 今天 17:00 前 | today by 17:00
          2026-11-30T04:00:00Z | FAR | 明天 12:00 前 | tomorrow by 12:00
          2026-12-02T09:00:00+08:00 | FAR | 周三 12 月 2 日 | Wed, 2 December
          2026-12-09T09:00:00+08:00 | FAR | 12 月 9 日 | 9 December
          2027-01-03T09:00:00+08:00 | FAR | 2027 年 1 月 3 日 | 3 January 2027
          """)
  void tellsTheTimeAsPeopleDo(OffsetDateTime limit, Kind kind, String chinese, String english) {
    TimeLeft left = new Texts(Locale.CHINESE, NOW).left(limit);

    assertThat(left.kind()).isEqualTo(kind);
    assertThat(left.words()).isEqualTo(chinese);
    assertThat(new Texts(Locale.ENGLISH, NOW).left(limit).words()).isEqualTo(english);
  }

  @Test
  void saysOfATaskThatHasOnlyBegunThatItsLimitIsBeingSet() {
    Texts texts = new Texts(Locale.ENGLISH, NOW);

    assertThat(texts.left(null, NOW.minusSeconds(40)).words()).isEqualTo("limit being set");
    assertThat(texts.left(null, NOW.minusMinutes(5)).words()).isEqualTo("no limit");
    assertThat(texts.left(NOW.plusMinutes(40), NOW).words()).isEqualTo("40 min left");
  }
}
