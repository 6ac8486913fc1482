package city.whistle.workers.access;

/** Something that the caller may see, but not do; says by which rule. */
public class NotAllowed extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String rule;

  NotAllowed(String rule, String sentence) {
    super(sentence);
    this.rule = rule;
  }

  /** The rule's name, for programs. */
  public String rule() {
    return rule;
  }
}
