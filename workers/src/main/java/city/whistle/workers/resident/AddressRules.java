package city.whistle.workers.resident;

/**
 * How flats are written in Beijing, as expressions over {@link
 * city.whistle.workers.text.PlainText}. A building is a place that many share and stays; from the
 * unit on, an address is somebody's door. So does a door's number on a street or in a lane, behind
 * which may live one family.
 */
final class AddressRules {

  private static final String NUMERAL = "[〇零○一二三四五六七八九十百两]";

  /** A unit, a door, a floor: short. */
  private static final String SHORT =
      "(?:[甲乙丙丁]?(?<![0-9])[0-9]{1,4}(?![0-9])|[甲乙丙丁]?" + NUMERAL + "{1,5}|[A-Za-z](?![A-Za-z]))";

  /** A flat: floor and door in one, which no other number in an address is. */
  private static final String FLAT =
      "(?:(?<![0-9])(?:[A-Za-z]?[0-9]{3,4}[A-Za-z]?|[0-9]{1,2}[A-Za-z][0-9]{2})(?![0-9])|[〇零○一二三四五六七八九幺两]{3,4}(?!"
          + NUMERAL
          + "))";

  private static final String LISTED = "[、,，和及至/~\\-—]";
  private static final String GAP = "[ \\-—–,，第)）]{0,2}";

  private static final String BUILDING = "号楼|号院|[0-9A-Za-z]#楼?|[0-9A-Za-z一二三四五六七八九十][栋幢座]|楼|大厦|公寓";
  private static final String INSIDE = "单元|[0-9A-Za-z一二三四五六七八九十*]门|[0-9一二三四五六七八九十*]层";

  private static final String FLAT_INSIDE =
      "(?<=(?:"
          + BUILDING
          + "|"
          + INSIDE
          + ")"
          + GAP
          + ")(?:[0-9]{1,2}[-—–])?"
          + FLAT
          + "(?:[、,，和及/]"
          + FLAT
          + ")*"
          + NumberRules.MEASURE;
  private static final String SHORT_INSIDE =
      "(?<=(?:"
          + BUILDING
          + "|单元|[0-9]号|[0-9一二三四五六七八九十]层|[东西南北中]户)"
          + GAP
          + ")"
          + SHORT
          + "(?=单元|门(?!口|诊|店|面)|[层室](?!外)|楼(?![道上下顶梯宇房体])|号(?!楼|院|线|口|门|电梯))";
  private static final String LAST_INSIDE = "(?<=单元" + GAP + ")[0-9]{1,2}(?=$|[ ，。,;；、！!?？)）])";
  private static final String UNIT = "(?:" + SHORT + LISTED + ")*" + SHORT + "(?=单元)";
  private static final String DOOR_BEFORE_FLAT = SHORT + "(?=门[ \\-]{0,2}[0-9]{3,4}(?![0-9]))";
  private static final String ROOM =
      "(?:" + FLAT + LISTED + ")*" + FLAT + "(?=号?室(?!外)|号?房间|号房|号(?:住户|业主|居民|租户|家|$|[ ，。,;；]))";

  /** Degrees to a few metres, as telephones copy them: 39.9412, 116.3487, in either order. */
  private static final String POINT =
      "(?<![0-9.])(?:3[89]|4[01])\\.[0-9]{4,}°?[NEne]?[ ,，;；、/]{1,3}11[5-8]\\.[0-9]{4,}"
          + "|(?<![0-9.])11[5-8]\\.[0-9]{4,}°?[NEne]?[ ,，;；、/]{1,3}(?:3[89]|4[01])\\.[0-9]{4,}";

  /** 42-3-301: building, unit, flat. */
  private static final String CHAIN =
      "(?<![0-9A-Za-z./:])(?<![0-9]-)[0-9]{1,3}[A-Za-z]?(?:号楼|#)?[-—–/][0-9]{1,2}(?:单元)?[-—–/][0-9]{1,4}(?![0-9./:]|-[0-9])"
          + NumberRules.MEASURE;

  /** 2-501: unit and flat, or building and flat. */
  private static final String PAIR =
      "(?<![0-9A-Za-z./:])(?<![0-9]-)[0-9]{1,2}[-—–][0-9]{3,4}(?![0-9/:]|-[0-9])"
          + NumberRules.MEASURE;

  private static final String DOOR =
      "(?<=[街路巷弄道里村条庄园区坊沟屯营胡同])(?:"
          + SHORT
          + LISTED
          + ")*"
          + SHORT
          + "(?=号(?!楼|院|线|令|文|口|门|站|厅|桥|检票|航站|高速|公路|地块|商铺|店|车|垃圾|电梯|岗|井|泵|库|停))";
  private static final String HOME_FLOOR = "(?<=[住家]在?)" + SHORT + "(?=[层楼])";

  /** What is masked also where people are told to come to. */
  static final String FLATS =
      String.join(
          "|",
          CHAIN,
          FLAT_INSIDE,
          UNIT,
          SHORT_INSIDE,
          LAST_INSIDE,
          DOOR_BEFORE_FLAT,
          ROOM,
          PAIR,
          HOME_FLOOR);

  /** What is masked in every other text. */
  static final String MASKED = FLATS + "|" + DOOR + "|" + POINT;

  /**
   * What is masked beside it where who complained must not be guessed: buildings, floors, yards.
   */
  static final String SHIELDED =
      "(?!两)(?:" + SHORT + LISTED + ")*" + SHORT + "(?=号(?!线)|#|[栋幢座层楼])";

  private AddressRules() {}
}
