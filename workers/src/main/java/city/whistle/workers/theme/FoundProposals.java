package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.theme.ThemeHints.Hint;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds a month's proposals, those that somebody asked for among them, and keeps them. */
@Component
class FoundProposals {

  private static final UUID NO_THEME = new UUID(0, 0);

  private final Proposals proposals;
  private final ProposalStore store;
  private final ThemeHints hints;
  private final CityTime time;

  FoundProposals(Proposals proposals, ProposalStore store, ThemeHints hints, CityTime time) {
    this.proposals = proposals;
    this.store = store;
    this.hints = hints;
    this.time = time;
  }

  boolean isAny(YearMonth month, ThemePolicy policy) {
    return !find(month, policy, hints.of(NO_THEME, policy.mostHints())).isEmpty();
  }

  /** In place of those that the month had. */
  List<Proposal> put(Theme theme, ThemePolicy policy) {
    List<Hint> taken = hints.of(theme.id(), policy.mostHints());
    List<Proposal> found = find(theme.month(), policy, taken);
    store.put(theme.id(), found);
    Set<String> categories = found.stream().map(Proposal::categoryCode).collect(Collectors.toSet());
    hints.take(
        theme.id(),
        taken.stream().filter(hint -> categories.contains(hint.categoryCode())).toList());
    return found;
  }

  private List<Proposal> find(YearMonth month, ThemePolicy policy, List<Hint> taken) {
    return proposals.find(Months.of(month, time.today(), policy), policy, taken);
  }
}
