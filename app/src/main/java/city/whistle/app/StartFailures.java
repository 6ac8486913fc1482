package city.whistle.app;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps Spring Boot from reporting at length on the console why the application did not start: the
 * command that started it says so in one sentence, and logs the rest.
 */
final class StartFailures implements SpringBootExceptionReporter {

  StartFailures(ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    return true;
  }
}
