package city.whistle.workers.model;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import city.whistle.workers.answer.AskedField;
import city.whistle.workers.request.FieldProblem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Whether people can answer what is read of their answers: a form asks for what the program's own
 * form of that name requires, offers what somebody goes by, and a form of another name asks for
 * what its task hands on.
 */
@Component
class FormCheck {

  private final ShippedModels shipped;

  FormCheck(ShippedModels shipped) {
    this.shipped = shipped;
  }

  /** What is wrong, by file. */
  List<FieldProblem> problems(Collection<ModelFile> set) {
    Map<String, ModelFile> own = shipped.all().stream().collect(toMap(ModelFile::name, identity()));
    Map<String, Set<String>> handedOn = handedOn(set);
    List<FieldProblem> problems = new ArrayList<>();
    for (ModelFile file : set) {
      if (file.name().endsWith(".form")) {
        List<AskedField> asked = AskedField.of(ModelForm.of(file));
        List<AskedField> needed =
            own.containsKey(file.name())
                ? AskedField.of(ModelForm.of(own.get(file.name())))
                : List.of();
        List<String> wrong = new ArrayList<>(missing(asked, needed));
        wrong.addAll(choices(asked, needed, set));
        if (needed.isEmpty()) {
          wrong.addAll(unasked(file, asked, handedOn));
        }
        wrong.forEach(message -> problems.add(new FieldProblem(file.name(), message)));
      }
    }
    return problems;
  }

  /** What nobody can leave out of a form that is deployed; nothing where it isn't ours. */
  List<String> lacks(JsonNode form) {
    String name = form.path("id").asText() + ".form";
    List<AskedField> asked = AskedField.of(form);
    List<AskedField> needed =
        shipped.all().stream()
            .filter(file -> file.name().equals(name))
            .findFirst()
            .map(file -> AskedField.of(ModelForm.of(file)))
            .orElse(List.of());
    List<String> lacks = new ArrayList<>(missing(asked, needed));
    asked.stream()
        .filter(field -> field.required() && field.offersNothing())
        .forEach(field -> lacks.add(nothingToChoose(field)));
    return lacks;
  }

  private static String nothingToChoose(AskedField field) {
    return named(field) + " must offer something to choose";
  }

  private static List<String> missing(List<AskedField> asked, List<AskedField> needed) {
    Map<String, AskedField> byPath = byPath(asked);
    List<String> wrong = new ArrayList<>();
    for (AskedField field : needed) {
      AskedField found = byPath.get(field.path());
      if (field.required() && found == null) {
        wrong.add("must ask for " + named(field) + ", which is read");
      } else if (field.required() && !found.required()) {
        wrong.add("must require " + named(field) + ", which is read");
      }
    }
    return wrong;
  }

  private static List<String> choices(
      List<AskedField> asked, List<AskedField> needed, Collection<ModelFile> set) {
    Map<String, AskedField> byPath = byPath(needed);
    List<String> wrong = new ArrayList<>();
    for (AskedField field : asked) {
      AskedField own = byPath.get(field.path());
      if (field.required() && field.offersNothing()) {
        wrong.add(nothingToChoose(field));
      } else if (own != null && !own.options().isEmpty()) {
        Set<String> more = new TreeSet<>(field.options());
        more.removeAll(own.options());
        more.removeIf(option -> isGoneBy(option, set));
        more.forEach(
            option ->
                wrong.add(
                    "%s offers %s, by which no process and no table goes; there are %s"
                        .formatted(
                            named(field),
                            option,
                            String.join(", ", new TreeSet<>(own.options())))));
      }
    }
    return wrong;
  }

  private static boolean isGoneBy(String option, Collection<ModelFile> set) {
    return set.stream()
        .filter(file -> !file.name().endsWith(".form"))
        .flatMap(file -> Expressions.of(file).stream())
        .anyMatch(said -> said.feel().contains('"' + option + '"'));
  }

  private static List<String> unasked(
      ModelFile file, List<AskedField> asked, Map<String, Set<String>> handedOn) {
    String id = file.name().substring(0, file.name().lastIndexOf('.'));
    Set<String> needed = new TreeSet<>(handedOn.getOrDefault(id, Set.of()));
    asked.forEach(field -> needed.remove(field.path().split("\\.")[0]));
    return needed.stream()
        .map(variable -> "must ask for " + variable + ", which its task hands on")
        .toList();
  }

  /** By a form's id the answers that its tasks begin without, and hand on. */
  private static Map<String, Set<String>> handedOn(Collection<ModelFile> set) {
    Map<String, Set<String>> handedOn = new HashMap<>();
    set.stream()
        .filter(file -> file.name().endsWith(".bpmn"))
        .flatMap(file -> AskingTask.in(file).stream())
        .forEach(
            task ->
                handedOn
                    .computeIfAbsent(task.formId(), none -> new TreeSet<>())
                    .addAll(task.answers()));
    return handedOn;
  }

  private static Map<String, AskedField> byPath(List<AskedField> fields) {
    return fields.stream().collect(toMap(AskedField::path, identity(), (one, other) -> one));
  }

  private static String named(AskedField field) {
    return field.label().isEmpty() ? field.path() : field.path() + " (" + field.label() + ")";
  }
}
