package city.whistle.workers.timeline;

/** What a transaction did to a subject. */
final class Touched {

  private final boolean spoiled;
  private long looks;
  private byte[] lookSum = Sum.zero();

  /**
   * @param spoiled whether its row was another than the one that was sealed
   */
  Touched(boolean spoiled) {
    this.spoiled = spoiled;
  }

  void look(byte[] digest) {
    looks++;
    lookSum = Sum.with(lookSum, digest);
  }

  boolean spoiled() {
    return spoiled;
  }

  long looks() {
    return looks;
  }

  byte[] lookSum() {
    return lookSum;
  }
}
