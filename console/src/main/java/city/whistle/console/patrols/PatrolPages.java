package city.whistle.console.patrols;

import city.whistle.console.access.Access;
import city.whistle.console.access.LaneAccess;
import city.whistle.console.access.Right;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Message;
import city.whistle.console.layout.Names;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.lane.Lane;
import city.whistle.workers.lane.LanePosts;
import city.whistle.workers.patrol.Moment;
import city.whistle.workers.patrol.Patrol;
import city.whistle.workers.patrol.PatrolPhotos;
import city.whistle.workers.patrol.PatrolPhotos.Photo;
import city.whistle.workers.patrol.PatrolState;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleViews;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a patrol's page. */
@Component
class PatrolPages {

  private final Access access;
  private final LaneAccess laneAccess;
  private final PatrolWords words;
  private final PatrolPhotos photos;
  private final CaseFiles cases;
  private final WhistleViews whistles;
  private final Names names;
  private final Units units;

  PatrolPages(
      Access access,
      LaneAccess laneAccess,
      PatrolWords words,
      PatrolPhotos photos,
      CaseFiles cases,
      WhistleViews whistles,
      Names names,
      Units units) {
    this.access = access;
    this.laneAccess = laneAccess;
    this.words = words;
    this.photos = photos;
    this.cases = cases;
    this.whistles = whistles;
    this.names = names;
    this.units = units;
  }

  PatrolPage of(Patrol patrol, Lane lane, Person person, List<Message> wrong) {
    Optional<CaseFile> opened = Optional.ofNullable(patrol.caseId()).flatMap(cases::find);
    List<Photo> all = photos.of(patrol.id());
    boolean goesOn = patrol.endedAt() == null;
    return new PatrolPage(
        patrol.number(),
        lane.id(),
        lane.name(),
        units.name(patrol.streetCode()),
        words.rhythm(patrol),
        patrol.walkedAt(),
        patrol.reportedAt(),
        names.of(patrol.personId()),
        patrol.post().wireName(),
        words.disorder(patrol).orElse(null),
        patrol.what(),
        patrol.place(),
        patrol.proposal(),
        patrol.state().wireName(),
        patrol.told(),
        opened.map(CaseFile::number).orElse(null),
        opened.isPresent() && access.seen(person, opened.get().number()).isPresent(),
        Optional.ofNullable(patrol.whistleId()).flatMap(whistles::numberOf).orElse(null),
        patrol.mark(),
        patrol.markNote(),
        decides(patrol, person),
        of(patrol, all, Moment.BEFORE),
        of(patrol, all, Moment.AFTER),
        goesOn && access.may(person, Right.PATROL) && laneAccess.isOwn(person, lane),
        wrong);
  }

  private boolean decides(Patrol patrol, Person person) {
    return patrol.state() == PatrolState.REPORTED
        && access.groups(person).contains(LanePosts.CHIEFS + patrol.laneId());
  }

  private static List<PatrolPage.Photo> of(Patrol patrol, List<Photo> all, Moment moment) {
    return all.stream()
        .filter(photo -> photo.moment() == moment)
        .map(Photo::about)
        .map(
            one ->
                new PatrolPage.Photo(
                    "/patrols/" + patrol.number() + "/photos/" + one.id(),
                    one.width(),
                    one.height(),
                    one.addedAt()))
        .toList();
  }
}
