package city.whistle.app.day;

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

  /** What stewards find and settle at once. */
  static final double SETTLED_ON_THE_WALK = 0.5;

  /** Staff who are late with a step. */
  static final double LATE = 0.06;

  /** Contacts of 2020 in ten thousands; what isn't published shares the rest. */
  private static final Map<String, Double> TOPS =
      Map.of(
          "市场管理", 98.0,
          "公共服务", 64.8,
          "住房城乡建设", 116.0,
          "医疗卫生", 59.8,
          "交通运输", 47.2,
          "公共安全", 46.5,
          "劳动和社会保障", 35.7,
          "教育", 35.1);

  private static final double UNPUBLISHED = 20;

  /** Hours in which people call; the busiest hour has about a tenth of a day. */
  private static final int[] HOURS = {
    0, 1, 5, 7, 8, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16, 16, 17, 18, 19, 20, 21,
    22, 23
  };

  private Shares() {}

  /** Weight of a category's top level. */
  static double ofTop(String name) {
    return TOPS.getOrDefault(name, UNPUBLISHED);
  }

  /**
   * Second of the day in which somebody calls.
   *
   * @param hour from 0 to below 1, as is {@code within}
   */
  static int second(double hour, double within) {
    return HOURS[(int) (hour * HOURS.length)] * 3600 + (int) (within * 3600);
  }
}
