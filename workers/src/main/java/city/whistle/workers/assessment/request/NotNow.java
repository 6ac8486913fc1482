package city.whistle.workers.assessment.request;

/** What is asked for can't be granted as things stand; says why, and what could be done. */
public class NotNow extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotNow(String sentence) {
    super(sentence);
  }
}
