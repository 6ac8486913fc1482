package city.whistle.console.supervision;

import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.layout.Answer;
import city.whistle.console.supervision.ProcessesPage.Row;
import city.whistle.console.supervision.ProcessesPage.Version;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Which processes there are. */
@Controller
class ProcessesController {

  private final EngineProcesses processes;
  private final ProcessVersions versions;

  ProcessesController(EngineProcesses processes, ProcessVersions versions) {
    this.processes = processes;
    this.versions = versions;
  }

  @GetMapping("/supervision/processes")
  @Allowed(Right.SUPERVISION)
  Answer list() {
    return new ProcessesPage(
        processes.versions().entrySet().stream()
            .map(
                one ->
                    new Row(
                        one.getKey(),
                        one.getValue().get(0).getName(),
                        0,
                        ProcessVersions.path(one.getKey(), null),
                        versions.of(one.getValue(), 0)))
            .map(ProcessesController::summed)
            .toList());
  }

  private static Row summed(Row row) {
    List<Version> versions = row.versions();
    long running = versions.stream().mapToLong(Version::running).sum();
    return new Row(row.id(), row.name(), running, row.path(), versions);
  }
}
