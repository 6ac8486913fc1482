package city.whistle.engine.decision;

import city.whistle.engine.model.InvalidModelException;
import city.whistle.engine.xml.UntrustedXml;
import city.whistle.engine.xml.XmlDeclaration;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
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

  /** Failures that the checks tell better. */
  private static final Pattern ANONYMOUS =
      Pattern.compile("^FEEL |^unsupported decision expression 'null'|^the file is incomplete");

  private final DmnEngine dmn;

  GraphReader(DmnEngine dmn) {
    this.dmn = dmn;
  }

  DecisionGraph read(String resourceName, String xml) {
    try {
      UntrustedXml.check(xml);
      ParsedDmn parsed = parse(xml);
      DmnChecks checks = new DmnChecks(dmn.feelEngine());
      checks.check(parsed.model());
      if (checks.mistakes().isEmpty()) {
        return graph(parsed, checks.names());
      }
      throw new InvalidModelException(resourceName, checks.mistakes());
    } catch (Unparsable e) {
      throw new InvalidModelException(resourceName, mistakes(xml, e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(resourceName, List.of(rootMessage(e)));
    } catch (StackOverflowError e) {
      throw new InvalidModelException(
          resourceName, List.of("an expression is nested too deeply; split it"));
    }
  }

  /** Without the schemas that the file names: DMN's parser would load each of them. */
  private static InputStream stream(String xml) {
    String alone = UntrustedXml.withoutSchemas(xml);
    return new ByteArrayInputStream(XmlDeclaration.inUtf8(alone).getBytes(StandardCharsets.UTF_8));
  }

  private ParsedDmn parse(String xml) throws Unparsable {
    Either<DmnEngine.Failure, ParsedDmn> result;
    try {
      result = dmn.parse(stream(xml));
    } catch (RuntimeException e) {
      throw new Unparsable("the file is incomplete: " + rootMessage(e));
    }
    if (result instanceof Right<DmnEngine.Failure, ParsedDmn> right) {
      return right.value();
    }
    throw new Unparsable(((Left<DmnEngine.Failure, ParsedDmn>) result).value().message());
  }

  /** The DMN engine names no places, so what the checks find comes first. */
  private List<String> mistakes(String xml, String failure) {
    List<String> mistakes = new ArrayList<>();
    try {
      DmnChecks checks = new DmnChecks(dmn.feelEngine());
      checks.check(Dmn.readModelFromStream(stream(xml)));
      mistakes.addAll(checks.mistakes());
    } catch (ModelException e) {
      return List.of(rootMessage(e));
    }
    boolean placed = !mistakes.isEmpty();
    failure
        .lines()
        .filter(line -> !placed || !ANONYMOUS.matcher(line).find())
        .forEach(mistakes::add);
    return mistakes;
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.join(" ", String.valueOf(root.getMessage()).lines().toList());
  }

  private static DecisionGraph graph(ParsedDmn parsed, Set<String> names) {
    Definitions definitions = parsed.model().getDefinitions();
    List<DecisionGraph.Decision> decisions =
        definitions.getChildElementsByType(Decision.class).stream()
            .map(
                it ->
                    new DecisionGraph.Decision(
                        it.getId(), it.getName(), VersionTags.of(it).orElse(null)))
            .toList();
    return new DecisionGraph(
        definitions.getId(), definitions.getName(), decisions, parsed, Set.copyOf(names));
  }

  /** What the DMN engine can't read. */
  private static final class Unparsable extends Exception {

    private Unparsable(String message) {
      super(message);
    }
  }
}
