package city.whistle.app.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * How much of what a city's day has. What is published says where; all else is assumed, so that
 * each way through the models is taken.
 */
final class Shares {

  /** A day's contacts and the orders that become of them: 25 million and 10 million a year. */
  static final int CONTACTS = 70_000;

  static final int CASES = 28_000;

  /** Contacts by phone in 2021; the others come by web. */
  static final double BY_PHONE = 0.89;

  /** Of the valid callbacks, as in published district figures. */
  static final double CONTACTED = 0.985;

  /** Who is satisfied, and who at least basically. */
  static final double SATISFIED = 0.9;

  static final double BASICALLY = 0.96;

  /**
   * Residents to whom a case isn't settled when they are called first, and of those when they are
   * called again: in the end 97.4 % are settled, of the 97.3 % published for the callbacks of 2025.
   */
  static final double REDONE = 0.05;

  static final double REDONE_AGAIN = 0.5;

  /** Who answers by a link that was sent to him, of which some come too late. */
  static final double LINK_FOLLOWED = 0.6;

  /** Bad answers that their units ask to have left out, and that they appeal against. */
  static final double EXCLUSION_ASKED = 0.2;

  static final double APPEALED = 0.1;

  /** What stewards find and settle at once. */
  static final double SETTLED_ON_THE_WALK = 0.5;

  /** Staff who are late with a step. */
  static final double LATE = 0.06;

  private static final Published PUBLISHED = Published.read();

  private Shares() {}

  /** Weight of a category's top level. */
  static double ofTop(String name) {
    return PUBLISHED.topLevels.getOrDefault(name, PUBLISHED.unpublishedTopLevel);
  }

  /**
   * Second of the day in which somebody calls.
   *
   * @param hour from 0 to below 1, as is {@code within}
   */
  static int second(double hour, double within) {
    List<Integer> hours = PUBLISHED.callHours;
    return hours.get((int) (hour * hours.size())) * 3600 + (int) (within * 3600);
  }

  /** What the benchmarks fill their city by, too; the file says what each is. */
  private record Published(
      String source,
      Map<String, Double> topLevels,
      double unpublishedTopLevel,
      List<Integer> callHours) {

    static Published read() {
      try (InputStream in = Shares.class.getResourceAsStream("/data/published-shares.json")) {
        return new ObjectMapper().readValue(in, Published.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
