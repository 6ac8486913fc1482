package city.whistle.workers.model;

import city.whistle.workers.model.ModelReferences.DecisionResult;
import city.whistle.workers.model.ModelXml.Unreadable;
import city.whistle.workers.request.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a completed set holds together: all that is called is there, each type of job has a
 * worker, what the program itself asks of a model is still in it, what tables decide can be worked
 * with, people can answer what is read, and nothing goes by a variable that nobody sets. What one
 * model says wrong in itself, the engine refuses.
 */
@Component
class ModelCheck {

  /** Messages by which the program tells running processes of what happened. */
  private static final Set<String> HEARD =
      Set.of(
          "case.urged",
          "case.supplemented",
          "case.withdrawn",
          "callback.answered",
          "whistle.unitAdded");

  /** Elements of complaint-case that the program goes by. */
  private static final Map<String, Set<String>> GONE_BY =
      Map.of(
          "complaint-case.bpmn",
          Set.of("DecideLimit", "DispatchCase", "SignCase", "ContactResident", "HandleCase"));

  private final WorkerTypes worked;
  private final TableCheck tables;
  private final FormCheck forms;
  private final VariableCheck variables;

  ModelCheck(WorkerTypes worked, TableCheck tables, FormCheck forms, VariableCheck variables) {
    this.worked = worked;
    this.tables = tables;
    this.forms = forms;
    this.variables = variables;
  }

  /** What is wrong or missing, by file; empty where the set can be deployed. */
  List<FieldProblem> problems(Collection<ModelFile> set) {
    List<FieldProblem> problems = new ArrayList<>();
    Map<String, ModelReferences> read = new TreeMap<>();
    for (ModelFile file : set) {
      try {
        read.put(file.name(), ModelReferences.of(file));
      } catch (Unreadable e) {
        problems.add(new FieldProblem(file.name(), e.getMessage()));
      }
    }
    read.forEach((name, found) -> names(name, found, problems));
    twice(read, problems);
    missing(read, problems);
    unheard(read, problems);
    undecided(read, problems);
    if (problems.isEmpty()) {
      problems.addAll(variables.problems(set, worked.variables()));
      problems.addAll(forms.problems(set));
      problems.addAll(tables.problems(set, results(read)));
    }
    return problems;
  }

  private static Set<DecisionResult> results(Map<String, ModelReferences> read) {
    return read.values().stream()
        .flatMap(found -> found.results().stream())
        .collect(Collectors.toSet());
  }

  private static void names(String name, ModelReferences found, List<FieldProblem> problems) {
    String id = name.substring(0, name.lastIndexOf('.'));
    boolean named =
        found.defines().stream().anyMatch(d -> d.substring(d.indexOf(':') + 1).equals(id));
    if (!named) {
      problems.add(
          new FieldProblem(name, "must define " + id + ": a file is named for what it defines"));
    }
    Set<String> elements = new TreeSet<>(GONE_BY.getOrDefault(name, Set.of()));
    elements.removeAll(found.elements());
    elements.forEach(
        element -> problems.add(new FieldProblem(name, "lacks the element " + element)));
  }

  private static void twice(Map<String, ModelReferences> read, List<FieldProblem> problems) {
    Map<String, String> first = new HashMap<>();
    read.forEach(
        (name, found) ->
            found
                .defines()
                .forEach(
                    definition -> {
                      String other = first.putIfAbsent(definition, name);
                      if (other != null) {
                        problems.add(
                            new FieldProblem(
                                name, "defines " + definition + ", as " + other + " does"));
                      }
                    }));
  }

  private void missing(Map<String, ModelReferences> read, List<FieldProblem> problems) {
    Set<String> types = worked.names();
    Set<String> defined =
        read.values().stream()
            .flatMap(found -> found.defines().stream())
            .collect(Collectors.toSet());
    read.forEach(
        (name, found) -> {
          found.needs().stream()
              .filter(need -> !defined.contains(need))
              .forEach(
                  need ->
                      problems.add(new FieldProblem(name, "needs " + need + ", which is missing")));
          found.jobTypes().stream()
              .filter(type -> !types.contains(type))
              .forEach(type -> problems.add(new FieldProblem(name, "needs a worker for " + type)));
        });
  }

  private static void unheard(Map<String, ModelReferences> read, List<FieldProblem> problems) {
    Set<String> heard = new TreeSet<>(HEARD);
    read.values().forEach(found -> heard.removeAll(found.messages()));
    heard.forEach(
        message ->
            problems.add(new FieldProblem("files", "no model hears the message " + message)));
  }

  private void undecided(Map<String, ModelReferences> read, List<FieldProblem> problems) {
    Set<String> set = new TreeSet<>();
    read.values().forEach(found -> set.addAll(found.set()));
    tables
        .unset(set)
        .forEach(
            variable ->
                problems.add(
                    new FieldProblem(
                        "files", "no decision's result goes to " + variable + ", which is read")));
  }
}
