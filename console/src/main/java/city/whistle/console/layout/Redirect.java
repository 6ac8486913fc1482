package city.whistle.console.layout;

/**
 * What a controller returns after it has changed something: see that page, which says it.
 *
 * @param path on this server
 * @param notice shown once on the page that comes; null for none
 */
public record Redirect(String path, Message notice) implements Answer {

  public static Redirect to(String path) {
    return new Redirect(path, null);
  }

  public Redirect saying(String key, Object... arguments) {
    return new Redirect(path, Message.of(key, arguments));
  }
}
