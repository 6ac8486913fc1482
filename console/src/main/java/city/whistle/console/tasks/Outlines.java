package city.whistle.console.tasks;

import city.whistle.console.access.Access;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Names;
import city.whistle.console.limits.WhyLimit;
import city.whistle.console.tasks.TaskPage.Outline;
import city.whistle.console.tasks.TaskPage.Step;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands beside a task: of its case what its person may know. */
@Component
class Outlines {

  private static final int STEPS = 6;

  private final Access access;
  private final Names names;
  private final Timeline timeline;
  private final Units units;
  private final WhyLimit why;

  Outlines(Access access, Names names, Timeline timeline, Units units, WhyLimit why) {
    this.access = access;
    this.names = names;
    this.timeline = timeline;
    this.units = units;
    this.why = why;
  }

  Outline of(Person person, Subject subject) {
    Optional<CaseFile> file =
        Optional.ofNullable(subject.number())
            .filter(number -> subject.isCase())
            .flatMap(number -> access.seen(person, number));
    String place = units.orFormer(subject.streetCode()).map(Unit::name).orElse(null);
    return new Outline(
        subject.number(),
        subject.title(),
        file.map(one -> "/cases/" + one.number()).orElse(subject.page()),
        file.map(CaseFile::owner).map(owner -> owner.name()).orElse(null),
        file.map(one -> one.about().categoryName()).orElse(null),
        place,
        file.map(one -> one.limits().settleBy()).orElse(null),
        file.map(one -> why.of(one.id())).orElse(List.of()),
        subject.isCase() && file.isEmpty() ? List.of() : steps(subject));
  }

  private List<Step> steps(Subject subject) {
    return subject.id() == null
        ? List.of()
        : timeline.newest(subject.id(), Integer.MAX_VALUE, STEPS).stream()
            .map(line -> new Step(line.at(), line.what(), names.of(line.who()), line.why()))
            .toList();
  }
}
