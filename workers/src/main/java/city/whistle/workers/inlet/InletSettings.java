package city.whistle.workers.inlet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code whistle.inlet.*}. What stands before this server may have one address for
 * all who come: then the bounds of an address are those of everybody.
 *
 * @param connectionsPerAddress open at once; a further one is closed
 * @param unfinishedBodies of calls that may be waited for at once; further calls are refused with
 *     503
 * @param unfinishedPerAddress of those, from one address
 * @param unfinishedForms the same of pages' forms
 * @param formsPerAddress of those, from one address
 * @param bodyTime for a whole body, and a second more for each 50 KB of it
 */
@ConfigurationProperties("whistle.inlet")
record InletSettings(
    @DefaultValue("512") int connectionsPerAddress,
    @DefaultValue("96") int unfinishedBodies,
    @DefaultValue("48") int unfinishedPerAddress,
    @DefaultValue("32") int unfinishedForms,
    @DefaultValue("16") int formsPerAddress,
    @DefaultValue("PT20S") Duration bodyTime) {}
