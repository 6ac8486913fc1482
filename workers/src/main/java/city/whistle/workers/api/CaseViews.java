package city.whistle.workers.api;

import city.whistle.workers.api.CaseView.PublicPlace;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.MergedCases;
import city.whistle.workers.casefile.OpenTasks;
import city.whistle.workers.casefile.OpenTasks.OpenTask;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.organisation.Landing;
import city.whistle.workers.organisation.Landings;
import city.whistle.workers.place.PublicPlaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shows one case with what is open, and with those that are about the same matter. */
@Component
class CaseViews {

  /** The numbers of more are found by their own timelines. */
  private static final int FOLLOWERS_MAX = 100;

  private final OpenTasks openTasks;
  private final MergedCases merged;
  private final CaseFiles cases;
  private final PublicPlaces places;
  private final Landings landings;
  private final CaseLanes lanes;

  CaseViews(
      OpenTasks openTasks,
      MergedCases merged,
      CaseFiles cases,
      PublicPlaces places,
      Landings landings,
      CaseLanes lanes) {
    this.lanes = lanes;
    this.landings = landings;
    this.openTasks = openTasks;
    this.merged = merged;
    this.cases = cases;
    this.places = places;
  }

  CaseView of(CaseFile file) {
    Optional<List<String>> tasks =
        file.processInstanceKey() == null
            ? Optional.of(List.of())
            : openTasks
                .of(file.processInstanceKey())
                .map(found -> found.stream().map(OpenTask::name).toList());
    List<UUID> followers = merged.followersOf(file.id());
    return CaseView.of(file, landing(file), tasks.orElse(null))
        .of(
            places.areaOf(file.id()).map(area -> PublicPlace.of(area.cell())).orElse(null),
            lanes.of(file.id()).map(Lane::id).orElse(null),
            merged.leaderOf(file.id()).map(this::number).orElse(null),
            followers.isEmpty()
                ? null
                : followers.stream().limit(FOLLOWERS_MAX).map(this::number).toList());
  }

  /** Nobody is on duty for what is over. */
  private Landing landing(CaseFile file) {
    return file.closedAt() == null
        ? landings.of(file.owner(), file.about().categoryCode()).orElse(null)
        : null;
  }

  private String number(UUID caseId) {
    return cases.get(caseId).number();
  }
}
