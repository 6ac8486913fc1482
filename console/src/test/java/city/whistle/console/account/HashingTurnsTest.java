package city.whistle.console.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingTurnsTest {

  private static final int MANY = 200;

  private final HashingTurns turns = new HashingTurns();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private final AtomicInteger atWork = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch refused = new CountDownLatch(MANY - 16);

  @AfterEach
  void goHome() {
    people.shutdownNow();
  }

  @Test
  void hashesFewAtOnceAndRefusesMostOfVeryMany() throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(people.submit(this::comesIn));
    }

    int served = 0;
    for (Future<Boolean> one : all) {
      served += one.get() ? 1 : 0;
    }
    assertThat(served).isEqualTo(16);
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThat(turns.soon(() -> "afterwards")).isEqualTo("afterwards");
  }

  private boolean comesIn() {
    try {
      return turns.soon(this::untilAllOthersCame);
    } catch (PasswordsBusy e) {
      refused.countDown();
      return false;
    }
  }

  private boolean untilAllOthersCame() {
    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
    try {
      refused.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    atWork.decrementAndGet();
    return true;
  }
}
