package city.whistle.console.layout;

/** Paths of a list's files, which have what the list's own path says. */
public record Downloads(String csv, String xlsx) {

  /**
   * @param path of the list, with its filter and without a cursor
   */
  public static Downloads of(String path) {
    int query = path.indexOf('?');
    String page = query < 0 ? path : path.substring(0, query);
    String filter = query < 0 ? "" : path.substring(query);
    return new Downloads(page + ".csv" + filter, page + ".xlsx" + filter);
  }
}
