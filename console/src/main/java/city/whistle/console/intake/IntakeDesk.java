package city.whistle.console.intake;

import city.whistle.console.layout.Problems;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.CategoryPath;
import city.whistle.workers.catalogue.CategorySearch;
import city.whistle.workers.intake.SimilarCases;
import city.whistle.workers.intake.SimilarCases.Similar;
import city.whistle.workers.intake.SimilarCases.Sought;
import city.whistle.workers.resident.PhoneNumber;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up what the form speaks of, and shows it. */
@Component
class IntakeDesk {

  static final List<String> KINDS = List.of("complaint", "help", "inquiry", "suggestion", "report");
  static final List<String> SPECIALS = List.of("legalChannel", "secret", "beyondDuty", "unlawful");
  private static final List<String> LINES = List.of("110", "119", "120", "122");
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private static final int CATEGORIES_MAX = 12;

  private final PlaceWords places;
  private final Categories categories;
  private final CategorySearch search;
  private final SimilarCases similar;
  private final Outlooks outlooks;

  IntakeDesk(
      PlaceWords places,
      Categories categories,
      CategorySearch search,
      SimilarCases similar,
      Outlooks outlooks) {
    this.places = places;
    this.categories = categories;
    this.search = search;
    this.similar = similar;
    this.outlooks = outlooks;
  }

  /** What is said, with names resolved; what isn't recognised is told, where it is asked for. */
  CaseBody read(IntakeForm form, Problems problems) {
    PlaceWords.Meant place = places.place(form.where());
    PlaceWords.Meant accused = places.unit(form.isReport() ? form.accused() : "");
    if (!place.candidates().isEmpty()) {
      problems.add("where", "intake.wrong.where.several", String.join("、", place.candidates()));
    } else if (place.unit().isEmpty() && !form.where().isBlank()) {
      problems.add("where", "intake.wrong.where");
    }
    if (!accused.candidates().isEmpty()) {
      problems.add(
          "accused", "intake.wrong.accused.several", String.join("、", accused.candidates()));
    } else if (accused.unit().isEmpty() && form.isReport() && !form.accused().isBlank()) {
      problems.add("accused", "intake.wrong.accused");
    }
    return new CaseBody(
        form,
        place.map(unit -> unit),
        categories.find(form.category()).orElse(null),
        accused.map(unit -> unit));
  }

  /** Null where too little is known. */
  Outlook outlook(CaseBody body) {
    return body.place() == null || body.category() == null && !body.form().isUncategorised()
        ? null
        : outlooks.of(body.sketch());
  }

  IntakePage page(CaseBody body, Outlook outlook, Problems problems) {
    IntakeForm form = body.form();
    boolean searched =
        body.place() != null
            && body.category() != null
            && !form.isConfidential()
            && !form.isReport();
    return new IntakePage(
        IntakePage.Fields.of(form),
        places.places(),
        KINDS,
        SPECIALS,
        LINES,
        LANGUAGES,
        PhoneNumber.in(form.phone()).orElse(null),
        choices(form),
        body.mayBeEmergency(),
        searched,
        searched ? similar(body) : List.of(),
        outlook,
        problems);
  }

  /** What the words find; what is chosen stays among it. */
  private List<IntakePage.Choice> choices(IntakeForm form) {
    List<CategoryPath> found = search.search(form.words(), CATEGORIES_MAX);
    boolean chosenIsThere =
        form.categoryCode().isEmpty()
            || form.isUncategorised()
            || found.stream().anyMatch(path -> path.code().equals(form.categoryCode()));
    List<CategoryPath> chosen = chosenIsThere ? List.of() : search.search(form.categoryCode(), 1);
    return Stream.concat(chosen.stream(), found.stream())
        .map(
            path ->
                new IntakePage.Choice(path.code(), path.name(), path.top() + " › " + path.middle()))
        .toList();
  }

  private List<IntakePage.Like> similar(CaseBody body) {
    IntakeForm form = body.form();
    return similar
        .open(
            new Sought(
                form.categoryCode(),
                body.districtCode(),
                body.streetCode(),
                form.address().isBlank() ? null : form.address(),
                form.title().isBlank() ? null : form.title()))
        .stream()
        .map(IntakeDesk::like)
        .toList();
  }

  private static IntakePage.Like like(Similar like) {
    return new IntakePage.Like(
        like.number(),
        like.title(),
        like.status().wireName(),
        like.owner(),
        like.receivedAt(),
        like.same(),
        like.alike());
  }
}
