package city.whistle.workers.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bd09Test {

  private static final double METRE = 1e-5;

  /** Pairs that public converters give. */
  @ParameterizedTest
  @CsvSource({
    "39.915, 116.404, 39.90865673957631, 116.39762729119315",
    "39.92133699351021, 116.41036949371029, 39.915, 116.404",
  })
  void agreesWithKnownPairs(double latitude, double longitude, double gcjLat, double gcjLon) {
    Point gcj = Bd09.toGcj02(new Point(latitude, longitude));

    assertThat(gcj.latitude()).isCloseTo(gcjLat, within(METRE));
    assertThat(gcj.longitude()).isCloseTo(gcjLon, within(METRE));
  }
}
