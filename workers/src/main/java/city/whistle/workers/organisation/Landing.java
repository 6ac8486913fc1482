package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Where in a sub-district a case lands.
 *
 * @param onDuty who is on duty there now; empty where the rota has nobody at this hour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Landing(Body body, List<OnDuty> onDuty) {}
