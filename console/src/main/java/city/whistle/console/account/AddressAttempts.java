package city.whistle.console.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds wrong attempts from one address, whatever names they try. Kept in memory: a copy of the
 * program counts for itself, and forgets at its end.
 */
@Component
class AddressAttempts {

  /** Offices share an address, so this is more than one person needs. */
  private static final int ATTEMPTS_MAX = 50;

  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int ADDRESSES_MAX = 10_000;

  private final Clock clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > ADDRESSES_MAX;
        }
      };

  AddressAttempts(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean areTooMany(String address) {
    Count count = counts.get(address);
    return count != null && count.until().isAfter(clock.instant()) && count.n() >= ATTEMPTS_MAX;
  }

  synchronized void failed(String address) {
    Instant now = clock.instant();
    counts.merge(
        address,
        new Count(1, now.plus(SPAN)),
        (old, fresh) -> old.until().isAfter(now) ? new Count(old.n() + 1, old.until()) : fresh);
  }

  private record Count(int n, Instant until) {}
}
