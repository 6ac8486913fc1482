package city.whistle.engine.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Whether somebody chose the runtime of Camunda Process Test; then nothing is done about it. */
final class RuntimeMode {

  /** The setting under Spring; as a system property it counts for plain JUnit as well. */
  static final String PROPERTY = "camunda.process-test.runtime-mode";

  /** The same setting under its name before Camunda 8.8. */
  static final String LEGACY_PROPERTY = "io.camunda.process.test.runtime-mode";

  private static final String FILE = "/camunda-container-runtime.properties";
  private static final String FILE_PROPERTY = "runtimeMode";

  private RuntimeMode() {}

  static boolean isChosen() {
    return System.getProperty(PROPERTY) != null || isChosenInFile();
  }

  private static boolean isChosenInFile() {
    try (InputStream file = RuntimeMode.class.getResourceAsStream(FILE)) {
      if (file == null) {
        return false;
      }
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty(FILE_PROPERTY) != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
