package city.whistle.workers.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.UnitFigures.OfCategory;
import city.whistle.workers.casefile.UnitFigures.Which;
import city.whistle.workers.unit.UnitRef;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How many cases a unit has, as each change of one leaves it. */
@RegistryTest
@Transactional
class UnitFiguresTest {

  /** No other test gives them cases. */
  private static final String ONE = "110101017";

  private static final String OTHER = "110101016";

  @Autowired Registry registry;
  @Autowired CaseProgress progress;
  @Autowired UnitFigures figures;
  @Autowired CaseCounts counts;
  @Autowired JdbcClient jdbc;

  @Test
  void followACaseFromOneUnitToAnotherAndToItsEnd() {
    UUID id = registry.dispatched(registry.opened(), ONE).id();
    assertThat(of(ONE)).isEqualTo(numbers(1, 0, 1, 0));

    progress.owner(id, new UnitRef(OTHER, "另一街道", "street"));
    assertThat(of(ONE)).isEqualTo(numbers(0, 0, 0, 0));
    assertThat(of(OTHER)).isEqualTo(numbers(1, 0, 1, 0));

    progress.withdrawn(id, OffsetDateTime.now());
    assertThat(of(OTHER)).isEqualTo(numbers(0, 0, 1, 1));
  }

  @Test
  void stayAsTheyAreWhereTheyAreAddedUpAndWhereAllIsCountedAnew() {
    UUID id = registry.dispatched(registry.opened(), ONE).id();
    registry.dispatched(registry.opened(), ONE);
    counts.addUp();
    progress.withdrawn(id, OffsetDateTime.now());
    Map<Which, Integer> before = of(ONE);
    assertThat(before).isEqualTo(numbers(1, 0, 2, 1));

    counts.addUp();
    assertThat(of(ONE)).isEqualTo(before);
    assertThat(registry.count("select count(*) from registry.case_count_change")).isZero();

    jdbc.sql("select registry.count_cases_anew()").query((row, n) -> 0).list();
    assertThat(of(ONE)).isEqualTo(before);
  }

  @Test
  void tellWhatIsLateOfEachCategoryUnlessItIsSuspended() {
    UUID late = registry.dispatched(registry.opened(), ONE).id();
    UUID rests = registry.dispatched(registry.opened(), ONE).id();
    jdbc.sql(
            "update registry.case_file set settle_by = received_at - interval '1 hour' where owner_code = ?")
        .param(ONE)
        .update();
    assertThat(progress.suspended(rests)).isTrue();

    assertThat(figures.byCategory(List.of(ONE)))
        .extracting(OfCategory::open, OfCategory::late)
        .containsExactly(tuple(2, 1));
    assertThat(figures.list(List.of(ONE), Which.LATE, null, 0, 9)).containsExactly(late);
    assertThat(of(ONE)).isEqualTo(numbers(2, 1, 2, 0));
  }

  private Map<Which, Integer> of(String unit) {
    return Arrays.stream(Which.values())
        .collect(Collectors.toMap(which -> which, which -> figures.count(List.of(unit), which)));
  }

  private static Map<Which, Integer> numbers(int open, int late, int received, int closed) {
    return Map.of(
        Which.OPEN, open, Which.LATE, late, Which.RECEIVED, received, Which.CLOSED, closed);
  }
}
