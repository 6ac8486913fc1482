package city.whistle.workers.organisation;

/**
 * What a sub-district has to do with a category (履职事项清单).
 *
 * @param area whose list says so: a street, a district, or {@code *}
 * @param category the code that the list names, the category's or one above it
 * @param level the limit that is meant; {@code *} for any
 * @param duty {@code owns}, {@code helps} or {@code mayNot}
 * @param taker code of the unit that must take it, {@code district} for that of the place; null
 *     where the list names none
 */
public record StreetDuty(String area, String category, String level, String duty, String taker) {

  public static final String MAY_NOT = "mayNot";
  public static final String DISTRICT = "district";

  public boolean isForbidden() {
    return duty.equals(MAY_NOT);
  }
}
