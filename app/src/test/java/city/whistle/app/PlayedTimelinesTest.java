package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After every example was played, all that the program wrote is as it was sealed. */
@ExtendWith(PlayedExamples.Once.class)
class PlayedTimelinesTest {

  private final PlayedExamples played;

  PlayedTimelinesTest(PlayedExamples played) {
    this.played = played;
  }

  @Test
  void holdAsTheyWereSealed() {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);

    int code = new TimelineCommand(DataDirectory.open(played.data()), out).run();

    assertThat(code).as(shown.toString(StandardCharsets.UTF_8)).isZero();
  }
}
