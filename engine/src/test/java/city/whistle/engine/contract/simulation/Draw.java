package city.whistle.engine.contract.simulation;

import java.util.Random;

/** Chance, and ids that no other element of the model has. */
final class Draw {

  private final Random random;
  private int ids;

  Draw(Random random) {
    this.random = random;
  }

  String id(String kind) {
    return kind + ids++;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean either() {
    return random.nextBoolean();
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }
}
