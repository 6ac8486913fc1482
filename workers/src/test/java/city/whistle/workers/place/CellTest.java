package city.whistle.workers.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CellTest {

  private static final double METRES_A_DEGREE = 111_320;

  @Test
  void isAboutAHundredAndFiftyMetresWideEverywhereInTheCity() {
    for (double latitude : new double[] {39.4, 40.0, 41.1}) {
      Cell cell = Cell.of(latitude, 116.4);
      Cell above = new Cell(cell.north() + 1, cell.east() + 1);

      assertThat((above.latitude() - cell.latitude()) * METRES_A_DEGREE)
          .isCloseTo(150, within(6.0));
      assertThat(
              (above.longitude() - cell.longitude())
                  * METRES_A_DEGREE
                  * Math.cos(Math.toRadians(latitude)))
          .isCloseTo(150, within(6.0));
    }
  }

  @Test
  void holdsItsOwnCentre() {
    Cell cell = Cell.of(39.93471, 116.33218);

    assertThat(Cell.of(cell.latitude(), cell.longitude())).isEqualTo(cell);
  }

  @Test
  void reachesAsManyCellsAsADistanceTouches() {
    assertThat(Cell.reach(0)).isZero();
    assertThat(Cell.reach(50)).isEqualTo(1);
    assertThat(Cell.reach(150)).isEqualTo(1);
    assertThat(Cell.reach(151)).isEqualTo(2);
  }
}
