package city.whistle.workers.whistle;

import java.util.Set;
import java.util.TreeSet;

/** For what a whistle may be blown (regulation on sub-district offices, article 5). */
public final class WhistleKinds {

  public static final Set<String> ALL =
      new TreeSet<>(Set.of("publicDemand", "keyWork", "jointEnforcement", "emergency"));

  /** More units than any whistle needs. */
  public static final int UNITS_MAX = 50;

  private WhistleKinds() {}
}
