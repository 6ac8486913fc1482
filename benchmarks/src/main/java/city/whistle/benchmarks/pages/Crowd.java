package city.whistle.benchmarks.pages;

import city.whistle.benchmarks.program.Timings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who open pages at the same time, each one after another with a while of reading between,
 * as chance has it.
 */
final class Crowd {

  private static final long SEED = 12345;
  private static final long NANOS_A_MILLI = 1_000_000;

  private final List<Visit> visits;
  private final int people;
  private final long readMillis;

  /**
   * @param readMillis how long each reads a page, on average
   */
  Crowd(List<Visit> visits, int people, long readMillis) {
    this.visits = visits;
    this.people = people;
    this.readMillis = readMillis;
  }

  /**
   * How long each page took, by its name, in the order of the visits.
   *
   * @param seconds for which they go on
   */
  Map<String, Timings> open(int seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1000L * NANOS_A_MILLI;
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<Future<List<Opened>>> all = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        all.add(threads.submit(one(new Random(SEED + person), end)));
      }
      List<Opened> opened = new ArrayList<>();
      for (Future<List<Opened>> one : all) {
        opened.addAll(one.get());
      }
      return byName(opened);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<List<Opened>> one(Random chance, long end) {
    return () -> {
      List<Opened> opened = new ArrayList<>();
      Thread.sleep(chance.nextLong(2 * readMillis));
      while (System.nanoTime() < end) {
        Visit visit = visits.get(chance.nextInt(visits.size()));
        opened.add(new Opened(visit.name(), visit.nanos()));
        Thread.sleep(chance.nextLong(2 * readMillis));
      }
      return opened;
    };
  }

  private Map<String, Timings> byName(List<Opened> opened) {
    Map<String, Timings> timings = new LinkedHashMap<>();
    for (Visit visit : visits) {
      long[] nanos =
          opened.stream()
              .filter(one -> one.name().equals(visit.name()))
              .mapToLong(Opened::nanos)
              .toArray();
      if (nanos.length > 0) {
        timings.put(visit.name(), Timings.of(nanos));
      }
    }
    return timings;
  }

  private record Opened(String name, long nanos) {}
}
