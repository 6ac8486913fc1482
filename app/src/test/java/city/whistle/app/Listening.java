package city.whistle.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Hears what the program says while it runs: every line of its log, every URL that is asked for at
 * the case API, and every URL that Camunda's clients, the workers' and the players', ask for.
 */
final class Listening implements AutoCloseable {

  private static final String ACCESS_LOG = "server.tomcat.accesslog.";
  private static final String REQUEST_LINES = "org.apache.hc.client5.http.headers";
  private static final Pattern PROTOCOL = Pattern.compile(" HTTP/[0-9.]+$");
  private static final Pattern REQUEST =
      Pattern.compile(">> (GET|POST|PUT|PATCH|DELETE) .* HTTP/.*");

  private final Path accessLog;
  private final Ear log = new Ear("%level %logger %msg%n%ex");
  private final Ear requests = new Ear("%msg");
  private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger requestLines = loggers.getLogger(REQUEST_LINES);

  private Listening(Path accessLog) {
    this.accessLog = accessLog;
  }

  /**
   * Has the API keep an access log; for an application that is not yet started.
   *
   * @param accessLog directory for it
   */
  static Listening prepare(Path accessLog) {
    System.setProperty(ACCESS_LOG + "enabled", "true");
    System.setProperty(ACCESS_LOG + "directory", accessLog.toString());
    System.setProperty(ACCESS_LOG + "pattern", "%r");
    System.setProperty(ACCESS_LOG + "buffered", "false");
    return new Listening(accessLog);
  }

  /**
   * Hears from now on what is logged. The start of an application, also of another test's, sets
   * logging up anew and ends that: to be called again then.
   */
  void begin() {
    log.listen(loggers, root);
    requestLines.setLevel(Level.DEBUG);
    requestLines.setAdditive(false);
    requests.listen(loggers, requestLines);
  }

  List<String> log() {
    return List.copyOf(log.heard);
  }

  /** Method and URL of each request to the engine. */
  List<String> requestsToTheEngine() {
    return requests.heard.stream().filter(line -> REQUEST.matcher(line).find()).toList();
  }

  /** Method and URL of each request to the case API. */
  List<String> requestsToTheApi() {
    try (Stream<Path> files = Files.list(accessLog)) {
      return files
          .flatMap(Listening::lines)
          .map(line -> PROTOCOL.matcher(line).replaceFirst(""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Stream.of("enabled", "directory", "pattern", "buffered")
        .forEach(name -> System.clearProperty(ACCESS_LOG + name));
    root.detachAppender(log);
    requestLines.detachAppender(requests);
    requestLines.setLevel(null);
    requestLines.setAdditive(true);
  }

  private static final class Ear extends AppenderBase<ILoggingEvent> {

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final PatternLayout layout = new PatternLayout();

    private Ear(String pattern) {
      layout.setPattern(pattern);
    }

    private void listen(LoggerContext loggers, Logger logger) {
      layout.setContext(loggers);
      layout.start();
      setContext(loggers);
      start();
      logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
      heard.add(layout.doLayout(event));
    }
  }
}
