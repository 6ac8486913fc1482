package city.whistle.workers.assessment;

import city.whistle.workers.Registry;
import city.whistle.workers.callback.PlanCallbackWorker;
import city.whistle.workers.callback.RecordCallbackWorker;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.dispatch.DispatchCaseWorker;
import city.whistle.workers.fact.CaseExclusions;
import city.whistle.workers.job.TestJob;
import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases whose residents are called back, by the workers themselves. */
public class AnsweredCases {

  private final Registry registry;
  private final DispatchCaseWorker dispatch;
  private final PlanCallbackWorker plan;
  private final RecordCallbackWorker record;
  private final CaseExclusions exclusions;
  private final TransactionTemplate transaction;

  AnsweredCases(
      Registry registry,
      DispatchCaseWorker dispatch,
      PlanCallbackWorker plan,
      RecordCallbackWorker record,
      CaseExclusions exclusions,
      TransactionTemplate transaction) {
    this.registry = registry;
    this.dispatch = dispatch;
    this.plan = plan;
    this.record = record;
    this.exclusions = exclusions;
    this.transaction = transaction;
  }

  /** A case of the article's kind that this unit had; null stands for the sub-district. */
  public CaseFile of(String unit) {
    return registry.dispatched(registry.opened(), unit);
  }

  public CaseFile of(String unit, String category) {
    return registry.dispatched(registry.opened(body -> body.put("categoryCode", category)), unit);
  }

  /** The case is dispatched to another unit. */
  public CaseFile again(CaseFile file, String unit) {
    dispatch.dispatchCase(
        TestJob.of(
            "case.dispatch",
            Map.of(
                "caseId",
                file.id(),
                "dispatch",
                Map.of("unitKind", "street", "level", "7d", "unitCode", unit),
                "timeLimit",
                Registry.SEVEN_DAYS)));
    return registry.file(file.id());
  }

  /** The case's resident says so. */
  public CaseFile answered(CaseFile file, boolean contacted, String settled, String satisfied) {
    return called(
        file,
        Map.of(
            "answered", true, "contacted", contacted, "settled", settled, "satisfied", satisfied));
  }

  public CaseFile good(CaseFile file) {
    return answered(file, true, "settled", "satisfied");
  }

  public CaseFile bad(CaseFile file) {
    return answered(file, false, "not", "not");
  }

  /** Nobody answers. */
  public CaseFile unanswered(CaseFile file) {
    return called(file, Map.of("answered", false));
  }

  public CaseFile leftOut(CaseFile file, String reason) {
    transaction.executeWithoutResult(status -> exclusions.add(file.id(), reason, false));
    return file;
  }

  private CaseFile called(CaseFile file, Map<String, Object> answer) {
    Map<String, Object> about = Map.of("caseId", file.id(), "round", 1, "attempt", 1);
    Map<String, Object> variables = new HashMap<>(answer);
    variables.put(
        "callback", plan.planCallback(TestJob.of("callback.plan", about)).get("callback"));
    variables.put("caseId", file.id());
    record.recordCallback(TestJob.of("callback.record", variables));
    return file;
  }
}
