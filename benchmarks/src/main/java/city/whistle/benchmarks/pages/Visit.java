package city.whistle.benchmarks.pages;

import java.io.IOException;

/** A page, and who opens it. */
record Visit(String name, Visitor who, String path) {

  /** How long it took until all of it was there. */
  long nanos() throws IOException {
    long begun = System.nanoTime();
    who.open(path);
    return System.nanoTime() - begun;
  }
}
