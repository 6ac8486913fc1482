package city.whistle.engine.decision;

import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.xml.UntrustedXml;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;

/** Reads a DMN file into a graph, or says all that is wrong with it. */
final class GraphReader {

  private static final String ZEEBE_VERSION_TAG = "versionTag";

  private final DmnEngine dmn;

  GraphReader(DmnEngine dmn) {
    this.dmn = dmn;
  }

  DecisionGraph read(String resourceName, String xml) {
    List<String> mistakes = new ArrayList<>();
    try {
      UntrustedXml.check(xml);
      DmnModelInstance model = Dmn.readModelFromStream(stream(xml));
      Set<String> names = new HashSet<>();
      new DmnChecks(dmn.feelEngine(), mistakes, names).check(model);
      ParsedDmn parsed = parse(xml, mistakes);
      if (mistakes.isEmpty()) {
        return graph(model, parsed, names);
      }
    } catch (IllegalArgumentException | ModelException e) {
      mistakes.add(rootMessage(e));
    }
    throw new InvalidModelException(resourceName, mistakes);
  }

  private static InputStream stream(String xml) {
    return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Null where the engine finds mistakes; those of expressions are told already. */
  private ParsedDmn parse(String xml, List<String> mistakes) {
    try {
      Either<DmnEngine.Failure, ParsedDmn> result = dmn.parse(stream(xml));
      if (result instanceof Right<DmnEngine.Failure, ParsedDmn> right) {
        return right.value();
      }
      String failure = ((Left<DmnEngine.Failure, ParsedDmn>) result).value().message();
      if (mistakes.isEmpty()) {
        failure.lines().forEach(mistakes::add);
      } else {
        failure.lines().filter(line -> !line.startsWith("FEEL ")).forEach(mistakes::add);
      }
    } catch (RuntimeException e) {
      if (mistakes.isEmpty()) {
        mistakes.add("a decision is incomplete: " + rootMessage(e));
      }
    }
    return null;
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.join(" ", String.valueOf(root.getMessage()).lines().toList());
  }

  private static DecisionGraph graph(DmnModelInstance model, ParsedDmn parsed, Set<String> names) {
    Definitions definitions = model.getDefinitions();
    List<DecisionGraph.Decision> decisions =
        definitions.getChildElementsByType(Decision.class).stream()
            .map(it -> new DecisionGraph.Decision(it.getId(), it.getName(), versionTag(it)))
            .toList();
    return new DecisionGraph(
        definitions.getId(), definitions.getName(), decisions, parsed, Set.copyOf(names));
  }

  private static String versionTag(Decision decision) {
    if (decision.getExtensionElements() == null) {
      return null;
    }
    return decision.getExtensionElements().getDomElement().getChildElements().stream()
        .filter(child -> ZEEBE_VERSION_TAG.equals(child.getLocalName()))
        .map(child -> child.getAttribute("value"))
        .filter(tag -> !tag.isBlank())
        .findFirst()
        .orElse(null);
  }
}
