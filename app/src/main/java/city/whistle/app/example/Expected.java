package city.whistle.app.example;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a case, a whistle without one, or a patrol ended or is to end. Null is what such an end
 * doesn't have.
 *
 * @param status of the case; {@code ended} for a whistle; what became of a patrol, a theme or a
 *     burst
 * @param route what the classification decided
 * @param owner candidate group of the unit that had it in the end
 * @param round how many rounds the handling took
 * @param answer what the resident said at the last callback
 * @param whistles blown for it, in their order
 * @param beside status of the earlier complaint, of a burst's first one, or of the case that a
 *     patrol became
 * @param asked what became of the wish to have the case left out of the figures, or of the appeal
 * @param figures the month's, where they are part of the example
 * @param mark how the lane's chief judged the work, 1 to 5
 * @param callers how many complaints belong to a burst
 * @param timeline what happened, each kind once
 */
public record Expected(
    String status,
    String route,
    String owner,
    Integer round,
    Answer answer,
    List<Whistle> whistles,
    String beside,
    String asked,
    Figures figures,
    Integer mark,
    Integer callers,
    Set<String> timeline) {

  /** The timeline's kinds are compared in no order: what happens side by side has none. */
  public Expected {
    whistles = whistles == null ? List.of() : List.copyOf(whistles);
    timeline = timeline == null ? Set.of() : new LinkedHashSet<>(timeline);
  }

  /** Each point in which what became of it is not what was expected, as a sentence. */
  public List<String> differencesTo(Expected actual) {
    return Stream.of(
            difference("status", status, actual.status),
            difference("route", route, actual.route),
            difference("owner", owner, actual.owner),
            difference("round", round, actual.round),
            difference("answer", answer, actual.answer),
            difference("whistles", whistles, actual.whistles),
            difference("beside", beside, actual.beside),
            difference("asked", asked, actual.asked),
            difference("figures", figures, actual.figures),
            difference("mark", mark, actual.mark),
            difference("callers", callers, actual.callers),
            difference("timeline", timeline, actual.timeline))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> difference(String what, Object wanted, Object found) {
    return Objects.equals(wanted, found)
        ? Optional.empty()
        : Optional.of("%s is %s instead of %s".formatted(what, found, wanted));
  }

  /** The resident's three answers; {@code answered} false has none of them. */
  public record Answer(boolean answered, Boolean contacted, String settled, String satisfied) {}

  /**
   * A whistle.
   *
   * @param units how many were summoned
   * @param reported how many of them came
   */
  public record Whistle(String kind, boolean crossDistrict, int units, int reported) {}

  /**
   * A month's figures.
   *
   * @param version how often they were computed: 2 after one recount
   * @param state {@code published} or {@code final}
   */
  public record Figures(int version, String state) {}
}
