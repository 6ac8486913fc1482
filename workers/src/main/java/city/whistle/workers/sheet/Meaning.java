package city.whistle.workers.sheet;

/** What is meant where a cell is wrong, each in English. */
enum Meaning {
  UNIT("code of a unit"),
  STREET("code of a sub-district or township, or *"),
  AREA("code of a sub-district, township or district, or *"),
  CATEGORY("code of a category"),
  CATEGORY_OR_ALL("code of a category, or *"),
  BODY("code of a body of this street"),
  UNIT_OR_BODY("code of a unit, nor street:body"),
  TAKER("code of a unit, nor district"),
  NAMED_UNIT("department or enterprise of that kind"),
  CATEGORY_DIGITS("code of two, four or six digits"),
  BELOW_A_CATEGORY("code below a category that there is"),
  IS_MAY_NOT("duty is mayNot"),
  IS_STREET("kind is street"),
  IS_NO_STREET("kind is no street"),
  IS_CITY("kind is city"),
  BELOW_THE_CITY("only the city has none above it"),
  ENDS("only a unit that ends has an heir"),
  ITSELF("a unit is neither above itself nor its own heir"),
  HEIR_OF_A_PLACE("sub-district, township or district, as the unit that ends"),
  HEIR_THAT_LASTS("unit that lasts: its own heirs lead back to where they began"),
  IS_DISPATCHED("a category of six digits is dispatched"),
  ISNT_DISPATCHED("only six digits are dispatched"),
  NAMES_ONE("unit_kind names one"),
  BY_PLACE("the place decides"),
  IS_EMERGENCY("it belongs to signal emergency");

  final String english;

  Meaning(String english) {
    this.english = english;
  }
}
