package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

class SettingsInUtf8Test {

  @TempDir Path directory;

  @Test
  void readsChineseAsItWasWritten() throws Exception {
    assertThat(read("name=统一身份认证", StandardCharsets.UTF_8)).isEqualTo("统一身份认证");
  }

  @Test
  void readsEscapesAndLinesThatGoOnAsEver() throws Exception {
    assertThat(read("name=\\u7edf\\\n  一", StandardCharsets.UTF_8)).isEqualTo("统一");
  }

  @Test
  void leavesAFileThatIsNoUtf8() throws Exception {
    assertThat(read("name=Zürich", StandardCharsets.ISO_8859_1)).isEqualTo("Zürich");
  }

  private String read(String text, Charset charset) throws Exception {
    Path file = Files.writeString(directory.resolve("whistle.properties"), text, charset);
    SpringApplication application = new SpringApplication(SettingsInUtf8Test.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (ConfigurableApplicationContext context =
        application.run(
            "--spring.config.location=" + file.toUri(), "--spring.main.banner-mode=off")) {
      return context.getEnvironment().getProperty("name");
    }
  }
}
