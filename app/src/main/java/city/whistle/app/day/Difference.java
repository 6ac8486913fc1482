package city.whistle.app.day;

/**
 * Where two books differ.
 *
 * @param subject whose: a case's number, a month, a process
 * @param what each of the two says
 */
public record Difference(String subject, String what) {

  @Override
  public String toString() {
    return subject + ": " + what;
  }
}
