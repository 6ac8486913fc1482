package city.whistle.console.people;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.DeputyRights;
import city.whistle.console.access.Right;
import city.whistle.console.account.AccountSettings;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Deputies;
import city.whistle.console.account.Deputies.Wish;
import city.whistle.console.account.Deputy;
import city.whistle.console.account.Person;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.layout.Problems;
import city.whistle.console.layout.Redirect;
import city.whistle.console.people.DeputiesPage.Choice;
import city.whistle.console.people.DeputiesPage.Form;
import city.whistle.workers.calendar.CityTime;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Deputies: one's own, of the people whom one leads, and for administrators of anybody. */
@Controller
class DeputyController {

  private static final int ROWS_MAX = 50;

  private final DeputyDesk desk;
  private final Deputies deputies;
  private final DeputyRights rights;
  private final Accounts accounts;
  private final AccountSettings settings;
  private final CityTime time;

  DeputyController(
      DeputyDesk desk,
      Deputies deputies,
      DeputyRights rights,
      Accounts accounts,
      AccountSettings settings,
      CityTime time) {
    this.desk = desk;
    this.deputies = deputies;
    this.rights = rights;
    this.accounts = accounts;
    this.settings = settings;
    this.time = time;
  }

  @GetMapping("/deputies")
  @Allowed(Right.OWN_ACCOUNT)
  Answer list(@RequestParam(defaultValue = "") String person, Person who) {
    return page(who, subject(who, person), Form.EMPTY, Problems.none());
  }

  @PostMapping("/deputies")
  @Allowed(Right.OWN_ACCOUNT)
  Answer name(@RequestParam(defaultValue = "") String person, Form form, Person who) {
    Person subject = subject(who, person);
    Problems problems = Problems.none();
    LocalDate from =
        form.from().isBlank() ? time.today() : Dates.read("from", form.from(), problems);
    LocalDate to = Dates.read("to", form.to(), problems);
    if (form.deputy().isBlank()) {
      problems.add("deputy", "deputy.missing");
    }
    if (problems.isEmpty()) {
      desk.name(who, subject, new Wish(subject.id(), form.deputy().strip(), from, to))
          .ifPresent(o -> problems.add(o.field(), o.key(), o.arguments().toArray()));
    }
    return problems.isEmpty()
        ? Redirect.to(path(who, subject.id())).saying("deputy.named")
        : page(who, subject, form, problems);
  }

  @PostMapping("/deputies/{id}/end")
  @Allowed(Right.OWN_ACCOUNT)
  Answer end(@PathVariable UUID id, @RequestParam(defaultValue = "") String person, Person who) {
    if (!desk.end(who, id)) {
      throw new NoSuchPage();
    }
    return Redirect.to(path(who, person)).saying("deputy.ended");
  }

  private Person subject(Person who, String id) {
    return id.isBlank() ? who : desk.subject(who, id).orElseThrow(NoSuchPage::new);
  }

  private static String path(Person who, String id) {
    return id.isBlank() || id.equals(who.id())
        ? "/deputies"
        : UriComponentsBuilder.fromPath("/deputies")
            .queryParam("person", "{id}")
            .encode()
            .buildAndExpand(id)
            .toUriString();
  }

  private DeputiesPage page(Person who, Person subject, Form form, Problems problems) {
    return new DeputiesPage(
        choice(subject),
        who.id().equals(subject.id()),
        deputies.of(subject.id(), ROWS_MAX).stream().map(one -> row(who, one)).toList(),
        rights.namesAnybody(who) ? null : choices(desk.colleagues(who, subject)),
        choices(desk.led(who)),
        settings.deputyDaysMax(),
        form,
        problems);
  }

  private DeputiesPage.Row row(Person who, Deputy deputy) {
    boolean over = deputy.isOver(time.today());
    return new DeputiesPage.Row(
        deputy.id().toString(),
        accounts.nameOf(deputy.personId()),
        accounts.nameOf(deputy.deputyId()),
        deputy.from(),
        deputy.to(),
        state(deputy),
        !over && desk.mayEnd(who, deputy));
  }

  private String state(Deputy deputy) {
    if (deputy.endedAt() != null) {
      return "ended";
    }
    if (deputy.isOver(time.today())) {
      return "over";
    }
    return deputy.from().isAfter(time.today()) ? "comes" : "runs";
  }

  private static List<Choice> choices(List<Person> people) {
    return people.stream().map(DeputyController::choice).toList();
  }

  private static Choice choice(Person person) {
    return new Choice(person.id(), person.name());
  }
}
