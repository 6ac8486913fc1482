package city.whistle.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpRequestWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InflowTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Inflow inflow = new Inflow(100, () -> new IllegalStateException("too much"));

  @Test
  void letsEverythingThroughThatThereIsRoomFor() {
    Sender one = new Sender();
    Sender other = new Sender();

    one.send(50);
    other.send(50);

    assertThat(one.ended().contentUtf8()).hasSize(50);
    assertThat(other.ended().contentUtf8()).hasSize(50);
  }

  @Test
  void givesUpWhoeverHoldsMost() {
    Sender large = new Sender();
    Sender small = new Sender();
    large.send(95);

    small.send(10);

    assertThat(large.content)
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingRootCause()
        .withMessage("too much");
    assertThat(small.ended().contentUtf8()).hasSize(10);
  }

  @Test
  void hasRoomAgainForWhatCameAfterOthersEnded() {
    for (int i = 0; i < 10; i++) {
      Sender one = new Sender();
      one.send(90);
      assertThat(one.ended().contentUtf8()).hasSize(90);
      one.receiving.end();
    }
  }

  @Test
  void hasRoomAgainForWhatCameAfterOneWasGivenUp() {
    new Sender().send(101);
    Sender next = new Sender();

    next.send(100);

    assertThat(next.ended().contentUtf8()).hasSize(100);
  }

  private final class Sender {

    private final HttpRequestWriter request = HttpRequest.streaming(HttpMethod.POST, "/");
    private final Inflow.Receiving receiving = inflow.begin(request);
    private final CompletableFuture<AggregatedHttpRequest> content = receiving.whole();

    void send(int bytes) {
      assertThat(request.tryWrite(HttpData.ofUtf8("x".repeat(bytes)))).isTrue();
      assertThat(request.whenConsumed().handle((done, givenUp) -> bytes)).succeedsWithin(PATIENCE);
    }

    AggregatedHttpRequest ended() {
      request.close();
      return content.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
  }
}
