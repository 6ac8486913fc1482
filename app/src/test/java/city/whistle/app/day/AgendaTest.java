package city.whistle.app.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final Instant NOON = Instant.parse("2026-12-01T04:00:00Z");

  private final Agenda agenda = new Agenda();
  private final List<String> done = new ArrayList<>();

  @Test
  void givesWhatIsDueTheEarliestFirst() {
    agenda.add(NOON.plusSeconds(2), () -> done.add("second"));
    agenda.add(NOON.plusSeconds(1), () -> done.add("first"));

    agenda.take(NOON.plusSeconds(2)).forEach(Runnable::run);

    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void keepsWhatIsNotDueYet() {
    agenda.add(NOON.plusSeconds(1), () -> {});

    assertThat(agenda.take(NOON)).isEmpty();
    assertThat(agenda.next()).contains(NOON.plusSeconds(1));
  }

  @Test
  void givesNothingTwice() {
    agenda.add(NOON, () -> {});
    agenda.take(NOON);

    assertThat(agenda.take(NOON)).isEmpty();
    assertThat(agenda.next()).isEmpty();
  }
}
