package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Somebody on duty.
 *
 * @param person left out where the rota names nobody, as is {@code phone}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OnDuty(String person, String phone) {}
