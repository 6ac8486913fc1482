package city.whistle.app.example;

import city.whistle.app.example.Step.About;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What an example is about, and what there is beside it. */
final class Subjects {

  private final CaseApi api;
  private final Processes processes;
  private final Patience patience;
  private Matter matter;
  private Matter earlier;
  private List<Matter> others = List.of();
  private Matter opened;
  private Matter figures;

  Subjects(CaseApi api, Processes processes, Patience patience) {
    this.api = api;
    this.processes = processes;
    this.patience = patience;
  }

  void about(Matter matter) {
    this.matter = matter;
  }

  void earlier(Matter earlier) {
    this.earlier = earlier;
  }

  /** The complaints of one burst; the first is the earlier one. */
  void callers(List<Matter> callers) {
    earlier = callers.get(0);
    others = callers.subList(1, callers.size());
  }

  void figures(Matter figures) {
    this.figures = figures;
  }

  /** Null where no month ended. */
  Matter figures() {
    return figures;
  }

  Matter of(About about) {
    return switch (about) {
      case MATTER -> matter;
      case EARLIER -> earlier;
      case OTHERS -> others.get(0);
      case OPENED -> opened == null ? opened = openedNow() : opened;
      case FIGURES -> figures;
    };
  }

  /** One, or as many as called. */
  List<Matter> all(About about) {
    return about == About.OTHERS ? others : List.of(of(about));
  }

  /** Whom a complaint follows once they are merged. */
  Matter leading(About follower) {
    return follower == About.EARLIER ? matter : earlier;
  }

  /** What the end tells of besides; null for nothing. */
  Matter beside() {
    return earlier == null ? opened : earlier;
  }

  /** Waits for the end of what was played beside it. */
  void endedBesides() {
    Stream.concat(Stream.of(earlier, figures), others.stream())
        .filter(Objects::nonNull)
        .forEach(processes::ended);
    if (opened != null && matter.kind() == Matter.Kind.MATTER) {
      processes.ended(opened);
    }
  }

  /** The case whose timeline is shown: that of the example, or the one that its patrol became. */
  Optional<Matter> file() {
    return Stream.of(matter, opened).filter(Objects::nonNull).filter(Matter::isCase).findFirst();
  }

  private Matter openedNow() {
    return matter.kind() == Matter.Kind.MATTER
        ? patience.await("the whistle for " + matter.tag(), () -> Burst.whistleOf(api, matter))
        : processes.openedBy(matter);
  }
}
