package city.whistle.workers.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * Until when the resident may expect an answer, as he was last told. It runs from when the case was
 * received, whereas the owner's limits run from its dispatch.
 *
 * @param movedAt when he was told a later time than he had been promised; null where the first
 *     promise holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promise(OffsetDateTime answerBy, OffsetDateTime movedAt) {}
