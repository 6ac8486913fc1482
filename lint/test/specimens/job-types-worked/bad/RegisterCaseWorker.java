public class RegisterCaseWorker {

  @JobWorker(
      type = "case.register",
      fetchVariables = {"caseId", "intake"})
  public void register(ActivatedJob job) {}
}
