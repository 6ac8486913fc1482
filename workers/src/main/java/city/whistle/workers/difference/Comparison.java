package city.whistle.workers.difference;

import city.whistle.workers.difference.EngineInventory.Instance;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares registry and engine, all of it or what one difference is about. */
@Component
class Comparison {

  private final CaseComparison cases;
  private final CaseProcessComparison processes;
  private final BesideComparison beside;
  private final TaskComparison tasks;
  private final EngineInventory engine;

  Comparison(
      CaseComparison cases,
      CaseProcessComparison processes,
      BesideComparison beside,
      TaskComparison tasks,
      EngineInventory engine) {
    this.cases = cases;
    this.processes = processes;
    this.beside = beside;
    this.tasks = tasks;
    this.engine = engine;
  }

  /**
   * @param max how many differences are kept; all are counted
   * @throws city.whistle.workers.stuck.EngineView.EngineAway where the engine doesn't answer
   */
  Findings all(int max) {
    Findings findings = new Findings(max);
    cases.compare(findings);
    processes.compare(findings);
    beside.compare(findings);
    tasks.compare(findings);
    return findings;
  }

  /** Whether the difference is still there. */
  boolean stands(Difference former) {
    Findings now = new Findings(Integer.MAX_VALUE);
    switch (former.kind()) {
      case CASE_WITHOUT_PROCESS -> cases.compare(former.caseId(), now);
      case TASK_OF_ABOLISHED_UNIT -> tasks.compare(now);
      case WHISTLE_WITHOUT_PROCESS, SUPERVISION_WITHOUT_PROCESS -> beside.compare(now);
      case PROCESS_WITHOUT_SUBJECT -> {
        Instance instance = engine.find(List.of(former.instance())).get(former.instance());
        if (instance != null && instance.runs()) {
          processes.compare(List.of(instance), now);
          beside.compare(now);
        }
      }
    }
    return now.kept().stream().map(Difference::id).anyMatch(former.id()::equals);
  }
}
