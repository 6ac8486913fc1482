package city.whistle.console.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LivePageTest {

  private static final Instant BEGUN = Instant.parse("2026-12-01T00:00:00Z");

  /** As Spring's is once the container has ended the request. */
  private static final class EndedWire extends SseEmitter {

    @Override
    public void send(SseEventBuilder event) {
      throw new IllegalStateException("ended");
    }

    @Override
    public synchronized void complete() {
      throw new IllegalStateException("ended");
    }
  }

  @Test
  void thatTheContainerEndedIsGoneAndEndsOnceMoreWithoutHarm() {
    LivePage page = new LivePage("p1", new Watched.Lists(null), new EndedWire(), () -> true, BEGUN);
    page.changed();

    assertThat(page.tell(BEGUN.plusSeconds(60))).isFalse();
    assertThatCode(page::end).doesNotThrowAnyException();
  }
}
