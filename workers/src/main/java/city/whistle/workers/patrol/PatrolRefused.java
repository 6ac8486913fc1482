package city.whistle.workers.patrol;

/** Something can't be taken because of what is there already, or is over. */
public class PatrolRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  PatrolRefused(String sentence) {
    super(sentence);
  }
}
