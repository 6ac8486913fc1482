package city.whistle.workers.matter;

/** Two cases can't be merged or parted as they stand; says why, and what could be done. */
public class MergeRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  MergeRefused(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** Why, as a word for programs. */
  public String code() {
    return code;
  }
}
