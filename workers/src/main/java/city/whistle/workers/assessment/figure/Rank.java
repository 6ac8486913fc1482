package city.whistle.workers.assessment.figure;

/**
 * A unit's place among its like.
 *
 * @param rank from 1; equal for equal scores as they are shown, and the next place is left free
 * @param best the place that it might as well have: as many units as {@code best - 1} are better by
 *     more than chance
 * @param worst likewise downwards
 */
public record Rank(int rank, int best, int worst) {}
