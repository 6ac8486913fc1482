package city.whistle.workers.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

  private static final double CENTIMETRE = 1e-7;

  /** Pairs that public converters give. */
  @ParameterizedTest
  @CsvSource({
    "39.911954, 116.377817, 39.91334545536069, 116.38404722455657",
    "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
    "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
  })
  void agreesWithKnownPairs(double latitude, double longitude, double gcjLat, double gcjLon) {
    Point gcj = Gcj02.fromWgs84(new Point(latitude, longitude));

    assertThat(gcj.latitude()).isCloseTo(gcjLat, within(2e-5));
    assertThat(gcj.longitude()).isCloseTo(gcjLon, within(2e-5));
  }

  @ParameterizedTest
  @CsvSource({"39.9, 116.4", "39.45, 116.3", "41.05, 116.5", "40.1, 117.4", "39.9, 115.5"})
  void findsTheWayBack(double latitude, double longitude) {
    Point back = Gcj02.toWgs84(Gcj02.fromWgs84(new Point(latitude, longitude)));

    assertThat(back.latitude()).isCloseTo(latitude, within(CENTIMETRE));
    assertThat(back.longitude()).isCloseTo(longitude, within(CENTIMETRE));
  }
}
