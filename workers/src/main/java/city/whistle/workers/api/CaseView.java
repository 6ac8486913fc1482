package city.whistle.workers.api;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.casefile.Promise;
import city.whistle.workers.casefile.ResidentAnswer;
import city.whistle.workers.organisation.Landing;
import city.whistle.workers.place.Cell;
import city.whistle.workers.unit.UnitRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A case as the API shows it.
 *
 * @param landing the body of a sub-district that has the case, with who is on duty; left out for
 *     other owners, once it is closed, and in lists
 * @param limits the owner's, which run from the dispatch; left out until the case is dispatched
 * @param promise until when the resident may expect an answer; left out as well, and while the case
 *     is suspended, since its time may pass unanswered then
 * @param answer what the resident said at the last callback; left out until the case is closed
 * @param publicPlace where it is, coarsely; left out but for categories in public space, and in
 *     lists
 * @param lane id of the lane in which it is; left out where none is known, and in lists
 * @param mergedInto number of the case that it follows; left out for most, and in lists
 * @param merged numbers of the cases that follow it, 100 at most; left out likewise
 * @param openTasks what people have to do now; left out where the engine doesn't answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
    @JsonUnwrapped CaseVariable about,
    String caseId,
    String status,
    OffsetDateTime receivedAt,
    UnitRef owner,
    Landing landing,
    int round,
    Limits limits,
    Promise promise,
    ResidentAnswer answer,
    OffsetDateTime closedAt,
    PublicPlace publicPlace,
    String lane,
    String mergedInto,
    List<String> merged,
    List<String> openTasks) {

  static CaseView of(CaseFile file, List<String> openTasks) {
    return of(file, null, openTasks);
  }

  static CaseView of(CaseFile file, Landing landing, List<String> openTasks) {
    return new CaseView(
        file.about(),
        file.id().toString(),
        file.status().wireName(),
        file.receivedAt(),
        file.owner(),
        landing,
        file.round(),
        file.limits().settleBy() == null ? null : file.limits(),
        file.status() == CaseStatus.SUSPENDED ? null : file.promise(),
        file.answer().answered() == null ? null : file.answer(),
        file.closedAt(),
        null,
        null,
        null,
        null,
        openTasks);
  }

  /** The same, with those about the same matter. */
  CaseView of(PublicPlace place, String lane, String leader, List<String> followers) {
    return new CaseView(
        about,
        caseId,
        status,
        receivedAt,
        owner,
        landing,
        round,
        limits,
        promise,
        answer,
        closedAt,
        place,
        lane,
        leader,
        followers,
        openTasks);
  }

  /**
   * A square in which it is, by its centre, in WGS 84.
   *
   * @param metres the length of its sides, about
   * @param cell its id in the public grid, as lanes list theirs
   */
  record PublicPlace(double latitude, double longitude, int metres, String cell) {

    static PublicPlace of(Cell cell) {
      return new PublicPlace(cell.latitude(), cell.longitude(), Cell.METRES, cell.text());
    }
  }
}
