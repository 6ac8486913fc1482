public class NamelessWorker {

  @JobWorker
  public void work(ActivatedJob job) {}
}
