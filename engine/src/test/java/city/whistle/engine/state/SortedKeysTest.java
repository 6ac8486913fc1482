package city.whistle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedKeysTest {

  /** Below, around and far above where the keys become a tree. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 32, 33, 40, 500})
  void areWhatATreeOfTheSameKeysIs(int bound) {
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    SortedKeys keys = new SortedKeys();
    TreeSet<Long> tree = new TreeSet<>();
    for (int step = 0; step < 20 * bound; step++) {
      long key = chance.nextInt(bound);
      if (chance.nextInt(3) == 0) {
        keys.remove(key);
        tree.remove(key);
      } else {
        keys.add(key);
        tree.add(key);
      }
      long first = chance.nextInt(bound) - 1L;
      long last = first + chance.nextInt(bound);

      assertThat(keys.stream().boxed())
          .as("seed %d, step %d", seed, step)
          .containsExactlyElementsOf(tree);
      assertThat(keys.size()).isEqualTo(tree.size());
      assertThat(keys.between(first, last).boxed())
          .as("seed %d, step %d, from %d to %d", seed, step, first, last)
          .containsExactlyElementsOf(tree.subSet(first, false, last, true));
    }
  }

  @Test
  void tellTheFirstAndTheLastWhereverTheyCame() {
    SortedKeys keys = new SortedKeys();
    for (long key = 50; key > 0; key--) {
      keys.add(key);
      assertThat(keys.first()).isEqualTo(key);
      assertThat(keys.last()).isEqualTo(50);
    }
  }

  @Test
  void areEmptyOnceTheLastIsRemoved() {
    SortedKeys keys = new SortedKeys();
    keys.add(7);
    assertThat(keys.isEmpty()).isFalse();

    keys.remove(7);

    assertThat(keys.isEmpty()).isTrue();
  }
}
