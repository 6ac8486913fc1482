package city.whistle.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.http.Arrivals.Arrival;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final int ROOM = 100_000;
  private static final int SILENT = 100;

  private final Arrivals arrivals = new Arrivals(ROOM);
  private final List<String> givenUp = new ArrayList<>();

  @Test
  void givesUpWhoeverHoldsMost() {
    begin("small").add(20_000);
    begin("large").add(90_000);

    assertThat(givenUp).containsExactly("large");
  }

  @Test
  void givesUpTheOldestOfManyThatHoldAlike() {
    fillWithSilentOnes();

    begin("honest").add(SILENT);

    assertThat(givenUp).containsExactly("silent 0");
  }

  @Test
  void takesWhoSaysSomethingAmongManyThatSayNothing() {
    fillWithSilentOnes();
    Arrival honest = begin("honest");

    for (int i = 0; i < 50; i++) {
      honest.add(SILENT * 5);
    }

    assertThat(givenUp).isNotEmpty().allMatch(name -> name.startsWith("silent"));
  }

  @Test
  void hasRoomAgainForWhatWasGivenUp() {
    begin("large").add(ROOM + 1);
    givenUp.clear();

    begin("next").add(ROOM);

    assertThat(givenUp).isEmpty();
  }

  @Test
  void countsNothingOfWhatHasEnded() {
    Arrival ended = begin("ended");
    ended.add(ROOM);
    ended.end();
    ended.add(ROOM);

    begin("next").add(ROOM);

    assertThat(givenUp).isEmpty();
  }

  @Test
  void endsOnce() {
    Arrival arrival = begin("one");

    assertThat(arrival.end()).isTrue();
    assertThat(arrival.end()).isFalse();
  }

  private void fillWithSilentOnes() {
    for (int i = 0; i < ROOM / SILENT; i++) {
      begin("silent " + i).add(SILENT);
    }
  }

  private Arrival begin(String name) {
    return arrivals.begin(() -> givenUp.add(name));
  }
}
