package city.whistle.workers.sheet;

import java.util.Set;

/**
 * A column of a sheet.
 *
 * @param name as the file's first line has it
 * @param field the table's column
 * @param key whether it tells the row from others
 * @param required whether it can't be empty
 * @param choices what it may hold; empty for anything of its type
 * @param refersTo what its code must be that of; null for nothing
 */
record SheetColumn(
    String name,
    String field,
    ColumnType type,
    boolean key,
    boolean required,
    Set<String> choices,
    Reference refersTo) {

  static SheetColumn of(String name, String field, ColumnType type) {
    return new SheetColumn(name, field, type, false, false, Set.of(), null);
  }

  SheetColumn keyed() {
    return new SheetColumn(name, field, type, true, required, choices, refersTo);
  }

  SheetColumn needed() {
    return new SheetColumn(name, field, type, key, true, choices, refersTo);
  }

  SheetColumn among(String... all) {
    return new SheetColumn(name, field, type, key, required, Set.of(all), refersTo);
  }

  SheetColumn codeOf(Reference what) {
    return new SheetColumn(name, field, type, key, required, choices, what);
  }
}
