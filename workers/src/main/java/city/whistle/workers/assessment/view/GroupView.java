package city.whistle.workers.assessment.view;

import city.whistle.workers.assessment.figure.Weights;
import city.whistle.workers.assessment.result.GroupResult.ListEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;

/**
 * A group's figures as they are shown.
 *
 * @param publishedAs {@code rank} or {@code bands}
 * @param weights that made the scores, in hundredths; {@code basically} in thousandths
 * @param pooled all units' cases together; left out of a unit's own draft, as are the four that
 *     follow
 * @param meanOfScores each unit counting alike, however many cases it has
 * @param moreThanChance whether the units' scores differ by more than chance explains
 * @param lists the four lists; empty in a unit's own draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupView(
    VersionView version,
    String group,
    String publishedAs,
    Weights weights,
    RowView pooled,
    BigDecimal meanOfScores,
    Boolean moreThanChance,
    List<RowView> rows,
    List<ListEntry> lists) {}
