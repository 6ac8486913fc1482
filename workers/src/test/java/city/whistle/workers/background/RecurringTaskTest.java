package city.whistle.workers.background;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(60)
class RecurringTaskTest {

  private static final Runnable WORKS = () -> {};
  private static final Runnable DATABASE_AWAY =
      () -> {
        throw new DataAccessResourceFailureException(
            "no connection for 13700001111", new IllegalStateException("13700001111"));
      };
  private static final Runnable OWN_MISTAKE =
      () -> {
        throw new IllegalStateException("13700001111");
      };

  private final Logger log = (Logger) LoggerFactory.getLogger(RecurringTask.class);
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.setLevel(Level.INFO);
    told.start();
    log.addAppender(told);
  }

  @AfterEach
  void stopListening() {
    log.detachAppender(told);
    log.setLevel(null);
  }

  @Test
  void tellsOfAnOutageOnceAndWhenItIsOver() throws Exception {
    rounds(WORKS, DATABASE_AWAY, DATABASE_AWAY, DATABASE_AWAY, WORKS, WORKS);

    assertThat(lines())
        .hasSize(2)
        .satisfies(
            lines -> {
              assertThat(lines.get(0))
                  .startsWith("a-task failed, and is tried again every PT0.001S")
                  .contains("DataAccessResourceFailureException by IllegalStateException at ")
                  .contains("RecurringTaskTest.java");
              assertThat(lines.get(1)).isEqualTo("a-task works again, after 3 failed rounds");
            });
  }

  @Test
  void tellsOfAnotherKindOfFailureMeanwhile() throws Exception {
    rounds(DATABASE_AWAY, OWN_MISTAKE, DATABASE_AWAY, OWN_MISTAKE, WORKS);

    assertThat(lines()).hasSize(3).last().asString().contains("after 4 failed rounds");
  }

  @Test
  void tellsOfTheNextOutageAnew() throws Exception {
    rounds(DATABASE_AWAY, WORKS, DATABASE_AWAY, WORKS);

    assertThat(lines()).hasSize(4);
  }

  @Test
  void logsNoStackAndNothingThatAFailureSays() throws Exception {
    rounds(DATABASE_AWAY, OWN_MISTAKE, WORKS);

    assertThat(told.list).allMatch(line -> line.getThrowableProxy() == null);
    assertThat(lines()).noneMatch(line -> line.contains("13700001111"));
  }

  private List<String> lines() {
    return told.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  /** Lets it do these one after the other. */
  private static void rounds(Runnable... rounds) throws InterruptedException {
    Queue<Runnable> left = new ArrayDeque<>(Arrays.asList(rounds));
    CountDownLatch done = new CountDownLatch(1);
    RecurringTask task =
        new RecurringTask(
            "a-task",
            () -> {
              Runnable next = left.poll();
              if (next == null) {
                done.countDown();
              } else {
                next.run();
              }
            },
            Duration.ofMillis(1));
    task.start();
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    task.stop();
  }
}
