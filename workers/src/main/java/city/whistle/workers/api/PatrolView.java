package city.whistle.workers.api;

import city.whistle.workers.patrol.Moment;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolPhotos.Photo;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A patrol as the API shows it; what there isn't is left out.
 *
 * @param finding left out where nothing was found
 * @param mark how the chief judges what was done, 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatrolView(
    String number,
    String lane,
    String streetCode,
    String rhythm,
    OffsetDateTime walkedAt,
    OffsetDateTime reportedAt,
    String state,
    Finding finding,
    UUID caseId,
    UUID whistleId,
    Integer mark,
    OffsetDateTime endedAt) {

  static PatrolView of(Patrol patrol, List<Photo> photos) {
    return new PatrolView(
        patrol.number(),
        patrol.laneId(),
        patrol.streetCode(),
        patrol.rhythm(),
        patrol.walkedAt(),
        patrol.reportedAt(),
        patrol.state().wireName(),
        patrol.isClean() ? null : Finding.of(patrol, photos),
        patrol.caseId(),
        patrol.whistleId(),
        patrol.mark(),
        patrol.endedAt());
  }

  /**
   * @param proposal what whoever walked proposes to the chief; left out where he said nothing
   * @param missing of which moments there is no photo yet, which what is settled at once needs
   * @param told who heard of it first: {@code chief}, {@code lead}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Finding(
      String disorder,
      String what,
      String place,
      boolean settledAtOnce,
      String proposal,
      long photos,
      List<String> missing,
      List<String> told) {

    private static Finding of(Patrol patrol, List<Photo> photos) {
      List<String> missing =
          Arrays.stream(Moment.values())
              .filter(moment -> photos.stream().noneMatch(photo -> photo.moment() == moment))
              .map(Moment::wireName)
              .toList();
      return new Finding(
          patrol.disorder(),
          patrol.what(),
          patrol.place(),
          patrol.settledAtOnce(),
          patrol.proposal(),
          photos.size(),
          patrol.settledAtOnce() ? missing : List.of(),
          patrol.told());
    }
  }
}
