package city.whistle.workers.assessment.figure;

/**
 * By what units come into the four lists.
 *
 * @param leastValid how few counted cases keep a unit out of the lists by score
 * @param advanced how many of the best
 * @param progress how many of those that rose most since the month before, by more than chance
 * @param rectify how many of the last
 * @param governance by what a unit's requests of one category are too many
 */
public record ListRules(
    int leastValid, int advanced, int progress, int rectify, GovernanceRule governance) {}
