public class RecordStepWorker {

  @JobWorker(type = "case.recordStep", fetchVariables = "caseId")
  public void record(ActivatedJob job) {}
}
