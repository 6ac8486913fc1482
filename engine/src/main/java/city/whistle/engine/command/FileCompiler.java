package city.whistle.engine.command;

import city.whistle.engine.command.DeployResources.ResourceFile;
import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.execution.CompiledSources;
import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and compiles the files of a deployment. It needs no state; threads may share it. */
final class FileCompiler {

  private final CompiledSources sources;

  FileCompiler(CompiledSources sources) {
    this.sources = sources;
  }

  /**
   * @throws Rejection with every mistake of every file
   */
  CompiledFiles compile(List<ResourceFile> files) {
    if (files.isEmpty()) {
      throw Rejection.invalid("Expected at least one resource to deploy, but there is none.");
    }
    CompiledFiles compiled =
        new CompiledFiles(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> mistakes = new ArrayList<>();
    for (ResourceFile file : files) {
      try {
        compile(DeployedFile.of(file), compiled);
      } catch (InvalidModelException e) {
        mistakes.add(e.getMessage());
      }
    }
    mistakes.addAll(repeatedIds(compiled));
    if (!mistakes.isEmpty()) {
      throw rejection(mistakes);
    }
    return compiled;
  }

  /** The files as they are told from others, empty where one of them can't be read. */
  static Optional<List<DeployedFile>> read(List<ResourceFile> files) {
    try {
      return Optional.of(files.stream().map(DeployedFile::of).toList());
    } catch (InvalidModelException | Rejection e) {
      return Optional.empty();
    }
  }

  static Rejection rejection(List<String> mistakes) {
    return Rejection.invalid(
        "Expected to deploy new resources, but encountered the following errors:\n"
            + String.join("\n", mistakes));
  }

  private void compile(DeployedFile file, CompiledFiles compiled) {
    switch (file.kind()) {
      case PROCESS ->
          sources
              .models(file.name(), file.text())
              .forEach(model -> compiled.processes().add(new CompiledFiles.Process(file, model)));
      case DECISION ->
          compiled
              .graphs()
              .add(new CompiledFiles.Graph(file, sources.graph(file.name(), file.text())));
      case FORM -> compiled.forms().add(new CompiledFiles.Form(file, FormHead.read(file)));
    }
    compiled.files().add(file);
  }

  /** One deployment gives each id one version, or what is bound to it would be bound to either. */
  private static List<String> repeatedIds(CompiledFiles compiled) {
    Places places = new Places();
    compiled
        .processes()
        .forEach(it -> places.add("process", it.model().bpmnProcessId(), it.file()));
    for (CompiledFiles.Graph it : compiled.graphs()) {
      places.add("decision requirements", it.graph().id(), it.file());
      for (DecisionGraph.Decision decision : it.graph().decisions()) {
        places.add("decision", decision.id(), it.file());
      }
    }
    compiled.forms().forEach(it -> places.add("form", it.head().id(), it.file()));
    return places.repeated();
  }

  /** In which files ids stand. */
  private static final class Places {

    private final Map<String, List<String>> places = new LinkedHashMap<>();

    void add(String kind, String id, DeployedFile file) {
      places
          .computeIfAbsent("The " + kind + " id '" + id + "'", key -> new ArrayList<>())
          .add("'" + file.name() + "'");
    }

    List<String> repeated() {
      return places.entrySet().stream()
          .filter(entry -> entry.getValue().size() > 1)
          .map(
              entry ->
                  entry.getKey()
                      + " stands in "
                      + String.join(" and ", entry.getValue())
                      + "; within a deployment each id is given once.")
          .toList();
    }
  }
}
