package city.whistle.console.whistles;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.whistles.WhistlesPage.Card;
import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleState;
import city.whistle.workers.whistle.WhistleViews.Shown;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes of whistles what people read. */
@Component
class WhistleCards {

  private final Access access;
  private final CaseFiles cases;
  private final Units units;
  private final CityTime time;

  WhistleCards(Access access, CaseFiles cases, Units units, CityTime time) {
    this.access = access;
    this.cases = cases;
    this.units = units;
    this.time = time;
  }

  List<Card> of(Person person, List<Shown> whistles) {
    return whistles.stream().map(one -> card(person, one)).toList();
  }

  private Card card(Person person, Shown whistle) {
    WhistleState state = whistle.state();
    return new Card(
        state.about().number(),
        state.about().kind(),
        state.word(),
        units.name(state.about().streetCode()),
        state.about().reason(),
        state.about().place(),
        state.blownAt(),
        state.endedAt(),
        caseNumber(person, state.about().caseId()),
        whistle.summonses().stream().map(unit -> Called.of(unit, time.now())).toList(),
        (int) whistle.summonses().stream().filter(unit -> unit.arrivedAt() != null).count());
  }

  private String caseNumber(Person person, UUID caseId) {
    return Optional.ofNullable(caseId)
        .flatMap(cases::find)
        .map(CaseFile::number)
        .filter(number -> access.seen(person, number).isPresent())
        .orElse(null);
  }
}
