package city.whistle.workers.model;

import city.whistle.workers.answer.AskedField;
import city.whistle.workers.answer.Feel;
import city.whistle.workers.model.Expressions.Said;
import city.whistle.workers.request.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whether flows, tables and forms go by variables that somebody sets: a process, a form, a table, a
 * worker, or a message, which is known by what the program's own models read.
 */
@Component
class VariableCheck {

  /** Names that FEEL and forms give themselves. */
  private static final Set<String> GIVEN =
      Set.of("value", "this", "parent", "item", "partial", "loopCounter", "now", "today");

  private static final Pattern BOUND =
      Pattern.compile("(?:\\b(?:for|some|every)|,)\\s+(\\w+)\\s+in\\b");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");

  private final ShippedModels shipped;
  private final Feel feel;

  VariableCheck(ShippedModels shipped, Feel feel) {
    this.shipped = shipped;
    this.feel = feel;
  }

  /**
   * @param workers variables that workers read or write
   * @return what is wrong, by file
   */
  List<FieldProblem> problems(Collection<ModelFile> set, Set<String> workers) {
    Set<String> known = new TreeSet<>(GIVEN);
    known.addAll(workers);
    shipped.all().forEach(file -> known.addAll(read(file)));
    set.forEach(file -> known.addAll(written(file)));
    List<FieldProblem> problems = new ArrayList<>();
    for (ModelFile file : set) {
      Expressions.of(file).stream()
          .filter(Said::decides)
          .flatMap(said -> wrong(said, known).stream())
          .distinct()
          .forEach(wrong -> problems.add(new FieldProblem(file.name(), wrong)));
    }
    return problems;
  }

  private Optional<String> wrong(Said said, Set<String> known) {
    Optional<Set<String>> names = feel.variables(said.feel(), said.tests());
    if (names.isEmpty()) {
      return Optional.of(said.where() + " is no FEEL: " + said.feel());
    }
    Set<String> unset = new TreeSet<>(names.get());
    unset.removeAll(known);
    unset.removeAll(bound(said.feel()));
    unset.removeIf(name -> !isOutsideBrackets(name, said.feel()));
    return unset.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s goes by %s, which nobody sets: neither a form nor a table, a mapping or a worker"
                .formatted(said.where(), String.join(", ", unset)));
  }

  private Set<String> read(ModelFile file) {
    Set<String> names = new TreeSet<>();
    Expressions.of(file)
        .forEach(said -> feel.variables(said.feel(), said.tests()).ifPresent(names::addAll));
    return names;
  }

  private static Set<String> written(ModelFile file) {
    return file.name().endsWith(".form")
        ? AskedField.names(ModelForm.of(file))
        : ModelReferences.of(file).written();
  }

  private static Set<String> bound(String feel) {
    Set<String> names = new TreeSet<>();
    BOUND.matcher(feel).results().map(found -> found.group(1)).forEach(names::add);
    return names;
  }

  /** Within a filter a name may be a part of what is filtered. */
  private static boolean isOutsideBrackets(String name, String feel) {
    String outside = feel;
    String before;
    do {
      before = outside;
      outside = BRACKETS.matcher(outside).replaceAll(" ");
    } while (!outside.equals(before));
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)").matcher(outside).find();
  }
}
