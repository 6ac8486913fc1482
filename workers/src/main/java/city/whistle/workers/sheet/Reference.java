package city.whistle.workers.sheet;

/** Of what a code must be that of. */
enum Reference {
  UNIT,
  /** A sub-district or township, or {@code *}. */
  STREET,
  /** A sub-district, township or district, or {@code *}. */
  AREA,
  /** A category of any level. */
  CATEGORY,
  /** A category of any level, or {@code *}. */
  CATEGORY_OR_ALL,
  /** A body of the row's street, or of those that every street has. */
  BODY,
  /** A unit, or a body as {@code street:body}. */
  UNIT_OR_BODY,
  /** A unit, or {@code district}. */
  TAKER
}
