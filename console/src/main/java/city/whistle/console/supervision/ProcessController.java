package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.layout.Answer;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.console.supervision.DrawnProcess.Element;
import city.whistle.console.supervision.ProcessPage.Period;
import city.whistle.console.supervision.ProcessPage.Step;
import city.whistle.console.supervision.StepTimes.Times;
import io.camunda.client.api.search.response.ProcessDefinition;
import io.camunda.client.api.statistics.response.ProcessElementStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One process: how many stand at each step, and how long steps take. */
@Controller
class ProcessController {

  private static final int[] PERIODS = {7, 30, 90};
  private static final int DEFAULT_PERIOD = 30;

  private final EngineProcesses processes;
  private final EngineTimes times;
  private final ProcessVersions versions;
  private final Drawings drawings;

  ProcessController(
      EngineProcesses processes, EngineTimes times, ProcessVersions versions, Drawings drawings) {
    this.processes = processes;
    this.times = times;
    this.versions = versions;
    this.drawings = drawings;
  }

  /**
   * @param version 0 for the newest
   * @param days the period of the times; another than those that are offered is the default
   */
  @GetMapping("/supervision/processes/{id}")
  @Allowed(Right.SUPERVISION)
  Answer show(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "30") int days) {
    List<ProcessDefinition> all = processes.versions(id);
    ProcessDefinition shown = chosen(all, version);
    long key = shown.getProcessDefinitionKey();
    int period = IntStream.of(PERIODS).anyMatch(one -> one == days) ? days : DEFAULT_PERIOD;
    StepTimes measured = times.of(key, period);
    DrawnProcess drawn = processes.drawn(key);
    List<Step> steps = steps(shown, drawn, processes.counts(key), measured);
    return new ProcessPage(
        id,
        shown.getName(),
        shown.getVersion(),
        versions.of(all, shown.getVersion()),
        drawings.ofSteps(drawn, steps),
        steps,
        periods(shown, period),
        measured.looked(),
        measured.all(),
        measured.asOf());
  }

  /**
   * @throws NoSuchPage where there is no such version
   */
  static ProcessDefinition chosen(List<ProcessDefinition> all, int version) {
    return all.stream()
        .filter(one -> version == 0 || one.getVersion() == version)
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private static List<Step> steps(
      ProcessDefinition shown,
      DrawnProcess drawn,
      Map<String, ProcessElementStatistics> counts,
      StepTimes measured) {
    return drawn.elements().values().stream()
        .map(one -> step(shown, one, counts.get(one.id()), measured.byElement().get(one.id())))
        .filter(one -> one.running() > 0 || one.incidents() > 0 || isTimed(one))
        .toList();
  }

  /** What takes no time has none to show. */
  private static boolean isTimed(Step step) {
    return step.count() > 0 && !step.kind().endsWith("Gateway") && !step.kind().endsWith("Event")
        || step.count() > 0 && step.kind().equals("intermediateCatchEvent");
  }

  private static Step step(
      ProcessDefinition shown, Element one, ProcessElementStatistics count, Times time) {
    String process = shown.getProcessDefinitionId();
    int version = shown.getVersion();
    return new Step(
        one.id(),
        one.name(),
        one.kind(),
        count == null ? 0 : count.getActive(),
        ProcessVersions.instances(process, version, one.id(), false, null),
        count == null ? 0 : count.getIncidents(),
        ProcessVersions.instances(process, version, one.id(), true, null),
        time == null ? 0 : time.count(),
        time == null ? null : time.median(),
        time == null ? null : time.nineOfTen());
  }

  private static List<Period> periods(ProcessDefinition shown, int chosen) {
    String path = ProcessVersions.path(shown.getProcessDefinitionId(), shown.getVersion());
    return IntStream.of(PERIODS)
        .mapToObj(days -> new Period(days, path + "&days=" + days, days == chosen))
        .toList();
  }
}
