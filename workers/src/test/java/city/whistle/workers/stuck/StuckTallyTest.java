package city.whistle.workers.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.SteppedClock;
import city.whistle.workers.casefile.CaseFilter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class StuckTallyTest {

  @Autowired private StuckCases stuck;
  @Autowired private Registry registry;
  @Autowired private SteppedClock clock;

  /** Other tests' cases came at other times. */
  private CaseFilter today;

  @BeforeEach
  void beginADay() {
    clock.add(Duration.ofDays(20));
    OffsetDateTime from = clock.instant().atOffset(ZoneOffset.UTC);
    today =
        new CaseFilter(null, null, from, from.plusSeconds(60), null, null, 50, null, false, null);
  }

  @Test
  void countsCasesByReasonAndOwner() {
    registry.dispatched();
    registry.dispatched();
    registry.opened();
    clock.add(Duration.ofDays(8));

    StuckTally tally = stuck.tally(today);

    assertThat(tally.isWhole()).isTrue();
    assertThat(tally.of(StuckReason.OVERDUE)).isEqualTo(2);
    assertThat(tally.of(StuckReason.NOBODY)).isEqualTo(1);
    List<StuckTally.Row> rows = tally.rows(EnumSet.of(StuckReason.OVERDUE, StuckReason.NOBODY));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).owner().code()).isEqualTo("110102009");
    assertThat(rows.get(1).owner()).isNull();
  }

  @Test
  void leavesOutOwnersWithoutACaseOfTheReason() {
    registry.dispatched();

    assertThat(stuck.tally(today).rows(EnumSet.of(StuckReason.OVERDUE))).isEmpty();
    assertThat(stuck.tally(today).of(StuckReason.WAITING)).isEqualTo(1);
  }

  @Test
  void countsTheSameCasesAsTheListShows() {
    registry.dispatched();
    registry.opened();
    clock.add(Duration.ofDays(8));

    for (StuckReason reason : StuckReason.values()) {
      assertThat(stuck.find(EnumSet.of(reason), today).items())
          .as("%s", reason)
          .hasSize(stuck.tally(today).of(reason));
    }
  }
}
