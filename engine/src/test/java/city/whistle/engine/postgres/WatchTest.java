package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class WatchTest {

  private static final int TRIES = 3;

  @Test
  void givesUpAfterItsTriesAndSaysSoOnce() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch lost = new CountDownLatch(1);
    try (Watch watch = watch(() -> false, () -> fail(tries))) {
      watch.whenLost(lost::countDown);
      watch.begin();
      assertThat(lost.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(tries).hasValue(TRIES);
  }

  @Test
  void startsAgainWhatHasEnded() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try (Watch watch = watch(() -> started.getCount() == 0, started::countDown)) {
      watch.begin();
      assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static Watch watch(BooleanSupplier running, Runnable restart) {
    return new Watch(running, restart, Collections.nCopies(TRIES, Duration.ZERO));
  }

  private static void fail(AtomicInteger tries) {
    tries.incrementAndGet();
    throw new PostgresException(PostgresException.Reason.START_FAILED, "no");
  }
}
