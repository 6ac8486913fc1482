package city.whistle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.whistle.app.Options.Mode;
import city.whistle.app.Options.Profile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void takesCamundasPortsUnlessToldOtherwise() {
    assertThat(parse("up"))
        .isEqualTo(
            new Options(
                Mode.UP,
                Path.of("data"),
                new Options.Hosts("127.0.0.1", "127.0.0.1", "127.0.0.1"),
                new Options.Ports(8090, 8080, 26500, 9600),
                new Options.EngineOptions(Set.of(), false, false),
                Profile.EMBEDDED,
                "article-case",
                List.of(),
                new Options.DayOptions(Optional.empty(), 1, 1)));
  }

  @Test
  void readsEveryOption() {
    assertThat(
            parse(
                "demo",
                "--data",
                "x",
                "--host=0.0.0.0",
                "--api-port",
                "1",
                "--rest-port=2",
                "--grpc-port",
                "3",
                "--management-port",
                "0",
                "--profile=camunda",
                "--engine-host=10.0.0.1",
                "--management-host",
                "10.0.0.2",
                "--engine-name=whistle",
                "--engine-name=engine.city.example",
                "--testing",
                "--example",
                "pocket-park"))
        .isEqualTo(
            new Options(
                Mode.DEMO,
                Path.of("x"),
                new Options.Hosts("0.0.0.0", "10.0.0.1", "10.0.0.2"),
                new Options.Ports(1, 2, 3, 0),
                new Options.EngineOptions(Set.of("whistle", "engine.city.example"), true, false),
                Profile.CAMUNDA,
                "pocket-park",
                List.of(),
                new Options.DayOptions(Optional.empty(), 1, 1)));
  }

  @Test
  void writesNullsWhereToldTo() {
    assertThat(parse("engine", "--write-nulls").engine().writeNulls()).isTrue();
    assertThat(parse("up", "--data", "x", "--write-nulls").engine().writeNulls()).isTrue();
  }

  @Test
  void refusesToTellAClusterToWriteNulls() {
    assertThatThrownBy(() -> parse("up", "--profile", "camunda", "--write-nulls"))
        .hasMessageStartingWith("--write-nulls is for the engine");
  }

  @Test
  void opensTheHotlinesApiAloneWithItsHost() {
    assertThat(parse("up", "--host", "0.0.0.0").hosts())
        .isEqualTo(new Options.Hosts("0.0.0.0", "127.0.0.1", "127.0.0.1"));
  }

  @Test
  void readsWhichFilesToDeploy() {
    Options options = parse("deploy", "a.dmn", "--data", "x", "b.bpmn");

    assertThat(options.mode()).isEqualTo(Mode.DEPLOY);
    assertThat(options.data()).isEqualTo(Path.of("x"));
    assertThat(options.files()).containsExactly(Path.of("a.dmn"), Path.of("b.bpmn"));
  }

  @Test
  void letsTheLaterOfTwoEqualOptionsWin() {
    assertThat(parse("engine", "--data", "x", "--data", "y").data()).isEqualTo(Path.of("y"));
  }

  @Test
  void explainsItselfWithoutACommand() {
    assertThat(parse().mode()).isEqualTo(Mode.HELP);
  }

  @Test
  void explainsItselfWhenAskedAmongOtherOptions() {
    assertThat(parse("up", "--help").mode()).isEqualTo(Mode.HELP);
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThatThrownBy(() -> parse("start"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("There is no command 'start'.")
        .extracting("exitCode")
        .isEqualTo(Refusal.MISUSED);
  }

  @Test
  void refusesAnUnknownOption() {
    assertThatThrownBy(() -> parse("up", "--port", "1"))
        .hasMessageStartingWith("There is no option '--port'.");
  }

  @Test
  void refusesAnOptionWithoutItsValue() {
    assertThatThrownBy(() -> parse("up", "--data")).hasMessageStartingWith("--data needs a value.");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> parse("up", "--api-port", "70000"))
        .hasMessageStartingWith("--api-port needs a number from 0 to 65535, not '70000'.");
    assertThatThrownBy(() -> parse("up", "--api-port", "eighty"))
        .hasMessageStartingWith("--api-port needs a number from 0 to 65535, not 'eighty'.");
  }

  @Test
  void refusesAnUnknownProfile() {
    assertThatThrownBy(() -> parse("up", "--profile", "cloud"))
        .hasMessageStartingWith("There is no profile 'cloud': the one there is, is camunda.");
  }

  @Test
  void refusesToStartAnEngineBesideACluster() {
    assertThatThrownBy(() -> parse("engine", "--profile", "camunda"))
        .hasMessageStartingWith("The profile camunda starts no engine.");
  }

  @Test
  void playsAWholeDayUnlessToldOtherwise() {
    assertThat(parse("day").day()).isEqualTo(new Options.DayOptions(Optional.empty(), 1, 1));
  }

  @Test
  void readsWhichDayToPlay() {
    assertThat(parse("day", "--date=2026-11-24", "--share", "0.05", "--seed", "9").day())
        .isEqualTo(new Options.DayOptions(Optional.of(LocalDate.of(2026, 11, 24)), 0.05, 9));
  }

  @Test
  void refusesADayThatIsNone() {
    assertThatThrownBy(() -> parse("day", "--date", "2026-02-30"))
        .hasMessageStartingWith("--date needs a day from 2026-01-01");
  }

  @Test
  void refusesMoreThanAWholeDay() {
    assertThatThrownBy(() -> parse("day", "--share", "1.5"))
        .hasMessageStartingWith("--share needs a number above 0, at most 1, not '1.5'.");
  }

  @Test
  void refusesNoShare() {
    assertThatThrownBy(() -> parse("day", "--share", "NaN"))
        .hasMessageStartingWith("--share needs a number");
  }

  @Test
  void refusesASeedThatIsNoNumber() {
    assertThatThrownBy(() -> parse("day", "--seed", "x"))
        .hasMessageStartingWith("--seed needs a whole number");
  }

  @Test
  void refusesTheOptionsOfADayElsewhere() {
    assertThatThrownBy(() -> parse("demo", "--share", "0.5"))
        .hasMessageStartingWith("--share is for day.");
  }

  @Test
  void refusesAnExampleForADay() {
    assertThatThrownBy(() -> parse("day", "--example", "article-case"))
        .hasMessageStartingWith("--example is for demo.");
  }

  @Test
  void refusesToPlayADayOnACluster() {
    assertThatThrownBy(() -> parse("day", "--profile", "camunda"))
        .hasMessageStartingWith("day moves the clock");
  }

  private static Options parse(String... arguments) {
    return CommandLine.parse(List.of(arguments));
  }
}
