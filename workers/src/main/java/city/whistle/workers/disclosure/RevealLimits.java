package city.whistle.workers.disclosure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often residents' data may be looked at, so that nobody carries them off case by case.
 * Settings under {@code whistle.reveals}.
 *
 * @param perOfficerAndHour for one person by one client
 * @param perClientAndHour for all by one client
 */
@ConfigurationProperties("whistle.reveals")
public record RevealLimits(
    @DefaultValue("60") int perOfficerAndHour, @DefaultValue("600") int perClientAndHour) {}
