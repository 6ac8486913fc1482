package city.whistle.workers.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit's list of cases, which is put together of those that it sees for different reasons. */
@RegistryTest
class CaseListingTest {

  /** No other test gives them cases. */
  private static final String UNIT = "110101015";

  private static final String BELOW = "110101013";
  private static final String ABOVE = "110101012";
  private static final String CLIENT = "system-of-110101015";
  private static final String OTHER = "110101014";

  @Autowired Registry registry;
  @Autowired CaseFiles cases;
  @Autowired CaseParties parties;
  @Autowired MergedCases merged;

  @Test
  void hasEachCaseOnceOnWhicheverPageForWhateverReasonsItIsSeen() {
    CaseFile own = registry.dispatched(registry.opened(), UNIT);
    CaseFile openedAndHelped = registry.dispatched(registry.openedBy(CLIENT, body -> {}), OTHER);
    parties.addCoHandlers(openedAndHelped.id(), List.of(UNIT));
    CaseFile follows = registry.opened();
    merged.add(follows.id(), own.id(), "test", follows.receivedAt());
    CaseFile all = registry.dispatched(registry.openedBy(CLIENT, body -> {}), UNIT);
    parties.addCoHandlers(all.id(), List.of(UNIT));
    registry.dispatched(registry.opened(), OTHER);

    assertThat(pages(1))
        .containsExactlyInAnyOrder(own.id(), openedAndHelped.id(), follows.id(), all.id());
    assertThat(pages(3)).isEqualTo(pages(1));
  }

  @Test
  void hasTheSameForWhoHasVeryManyUnitsBelow() {
    CaseFile own = registry.dispatched(registry.opened(), BELOW);
    CaseFile helped = registry.dispatched(registry.opened(), OTHER);
    parties.addCoHandlers(helped.id(), List.of(ABOVE));
    registry.dispatched(registry.opened(), OTHER);
    List<String> many =
        Stream.concat(Stream.of(BELOW), IntStream.range(0, 30).mapToObj(n -> "none" + n)).toList();

    assertThat(pages(1, new CaseViewer(CLIENT + "above", ABOVE, many)))
        .containsExactlyInAnyOrder(own.id(), helped.id());
  }

  private List<UUID> pages(int max) {
    return pages(max, new CaseViewer(CLIENT, UNIT, List.of(UNIT)));
  }

  private List<UUID> pages(int max, CaseViewer viewer) {
    CaseFilter filter = new CaseFilter(null, null, null, null, null, null, max, viewer, true, null);
    List<UUID> ids = new ArrayList<>();
    List<CaseFile> page = cases.list(filter);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(max);
      page.forEach(file -> ids.add(file.id()));
      page = cases.list(filter.after(page.get(page.size() - 1)));
    }
    return ids;
  }
}
