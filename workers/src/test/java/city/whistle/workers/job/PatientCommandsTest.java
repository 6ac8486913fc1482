package city.whistle.workers.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.jobhandling.CamundaClientExecutorService;
import io.camunda.client.jobhandling.CommandWrapper;
import io.grpc.Status;
import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class PatientCommandsTest {

  private static final String WORDS = "我家住在42号楼,电话13800000000";
  private static final int NEVER_AGAIN = 0;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final PatientCommands commands =
      new PatientCommands(delay -> 60_000, new CamundaClientExecutorService(thread, true));

  @BeforeEach
  void listen() {
    heard.start();
    root.addAppender(heard);
    ((Logger) LoggerFactory.getLogger("city.whistle")).setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    ((Logger) LoggerFactory.getLogger("city.whistle")).setLevel(null);
    root.detachAppender(heard);
    thread.shutdownNow();
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        Status.UNAVAILABLE.withDescription(WORDS).asRuntimeException(),
        Status.INVALID_ARGUMENT.withDescription(WORDS).asRuntimeException(),
        Status.NOT_FOUND.withDescription(WORDS).asRuntimeException(),
        new ClientHttpException(WORDS, 503, WORDS),
        new ClientHttpException(WORDS, 400, WORDS),
        new ClientHttpException(WORDS, 404, WORDS),
        new ConnectException(WORDS),
        new IllegalStateException(WORDS));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsKeyAndTypeOfAJobAndNothingElse(Throwable failure) {
    TestJob job = TestJob.of("case.register", Map.of("intake", WORDS));

    commands.handleCommandError(new CommandWrapper(null, job, commands, null, 3), failure);
    commands.handleCommandError(
        new CommandWrapper(null, job, commands, null, NEVER_AGAIN), failure);

    assertThat(log()).contains(Long.toString(job.getKey()), "case.register");
    assertThat(log()).doesNotContain("42号楼", "13800000000", "intake");
  }

  private String log() {
    return heard.list.stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage()))
        .collect(Collectors.joining("\n"));
  }
}
