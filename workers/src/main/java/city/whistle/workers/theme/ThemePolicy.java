package city.whistle.workers.theme;

import java.time.LocalDate;

/**
 * How themes are found and worked on, from a day on.
 *
 * @param findFromDay the day of the month from which its theme is looked for
 * @param lookBackMonths how many months before the theme's own are looked at
 * @param years how many earlier years they are held against
 * @param frequentAtLeast requests of these months that make a category frequent
 * @param seasonalAtLeast requests that the theme's month must have had in earlier years, in the
 *     mean
 * @param seasonFrom how many times a mean month's requests they must be
 * @param riskAtLeast with fewer requests nothing is a risk
 * @param growthFrom growth against the same months that makes one: 0.5 is half as many again
 * @param answeredAtLeast with fewer answered callbacks the unsettled share says nothing
 * @param unsettledFrom share of answered callbacks that said partly or not settled
 * @param mostOfKind proposals of a kind at most
 * @param mostHints categories that matters and earlier themes asked for, taken up at once; the
 *     others wait for the next month
 * @param choosers candidate group that chooses and reviews
 * @param chooseWithin ISO 8601 duration
 * @param workMonths months of work, the theme's own among them
 * @param source where the rule comes from, or {@code assumed}
 */
public record ThemePolicy(
    LocalDate validFrom,
    int findFromDay,
    int lookBackMonths,
    int years,
    int frequentAtLeast,
    int seasonalAtLeast,
    double seasonFrom,
    int riskAtLeast,
    double growthFrom,
    int answeredAtLeast,
    double unsettledFrom,
    int mostOfKind,
    int mostHints,
    String choosers,
    String chooseWithin,
    int workMonths,
    String source) {}
