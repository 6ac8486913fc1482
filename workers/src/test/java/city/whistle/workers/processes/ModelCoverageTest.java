package city.whistle.workers.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.camunda.process.test.impl.coverage.core.CoverageCollector;
import io.camunda.process.test.impl.coverage.model.Coverage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every element and flow of every model was passed by a process test. Runs as the last class, by
 * what Camunda Process Test collected in this JVM until then.
 */
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

  @ParameterizedTest
  @MethodSource("processes")
  void isPassedWholeByTheProcessTests(String process) {
    assumeFalse(CoverageCollector.collectors().isEmpty(), "no process test has run");
    String resource = "processes/%s.bpmn".formatted(process);

    Set<String> passed =
        coverages(process)
            .flatMap(c -> Stream.of(c.getCompletedElements(), c.getTakenSequenceFlows()))
            .flatMap(List::stream)
            .collect(Collectors.toSet());

    assertThat(ModelFiles.flowNodes(resource)).isSubsetOf(passed);
    assertThat(ModelFiles.sequenceFlows(resource)).isSubsetOf(passed);
  }

  static List<String> processes() {
    return ModelFiles.processes();
  }

  private static Stream<Coverage> coverages(String process) {
    return CoverageCollector.collectors().stream()
        .flatMap(collector -> collector.getSuite().getRuns().stream())
        .flatMap(run -> run.getCoverages().stream())
        .filter(coverage -> coverage.getProcessDefinitionId().equals(process));
  }
}
