package city.whistle.workers.unit;

import java.util.List;

/**
 * A body of the city that can hold a case.
 *
 * @param form 街道, 地区, 镇 or 乡 for a {@link UnitKind#STREET}, else null
 * @param parentCode the unit above it; null for the city
 */
public record Unit(String code, String name, UnitKind kind, String form, String parentCode) {

  /** Before the code of the unit whose leaders are a candidate group. */
  public static final String LEADERS = "street-lead:";

  /** The candidate group of its user tasks: {@code street:110102009}. */
  public String group() {
    return kind.wireName() + ":" + code;
  }

  /** All candidate groups that its tasks may have: its people's, and its leaders'. */
  public List<String> groups() {
    return List.of(group(), LEADERS + code);
  }

  public UnitRef ref() {
    return new UnitRef(code, name, kind.wireName());
  }
}
