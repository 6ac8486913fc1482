package city.whistle.workers.whistle;

import city.whistle.workers.whistle.JointActionRecord.Deed;
import java.util.List;

/**
 * Variable {@code jointAction}: what came of a joint enforcement action, as who blew writes it down
 * when the units are released.
 *
 * @param own what the sub-district's own team did; null for nothing
 * @param deeds null for none
 */
record JointAction(String found, String own, List<Deed> deeds) {}
