package city.whistle.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongListTest {

  @Test
  void isFilledUpWithNulls() {
    assertThat(LongList.of(List.of(1L), 3)).containsExactly(1L, null, null);
  }

  @Test
  void holdsWhatWasPutLastAndLeavesEarlierListsAlone() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Object> expected = new ArrayList<>(Collections.nCopies(2_000, null));
    LongList list = LongList.of(List.of(), 2_000);
    for (int i = 0; i < 5_000; i++) {
      int index = random.nextInt(2_000);
      List<Object> before = List.of(String.valueOf(list.get(index)));
      LongList next = list.with(index, i);
      assertThat(List.of(String.valueOf(list.get(index)))).isEqualTo(before);
      expected.set(index, i);
      list = next;
    }
    assertThat(list).as("seed %d", seed).isEqualTo(expected);
  }
}
