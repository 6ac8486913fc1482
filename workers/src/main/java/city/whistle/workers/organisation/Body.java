package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A body of a sub-district or township.
 *
 * @param kind {@code office}, {@code discipline}, {@code team}, {@code centre}; {@code department}
 *     for those before the reform
 * @param phone of its desk; null where none is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Body(String code, String name, String kind, String phone) {}
