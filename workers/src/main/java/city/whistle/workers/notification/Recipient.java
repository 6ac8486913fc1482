package city.whistle.workers.notification;

import java.util.Locale;

/**
 * Who is told.
 *
 * @param code of the unit, number of the line; null for the resident and the hotline
 */
public record Recipient(Kind kind, String code) {

  /** The hotline whose system opened the case. */
  public static final Recipient HOTLINE = new Recipient(Kind.HOTLINE, null);

  /** Who complained; the address lies in the vault. */
  public static final Recipient RESIDENT = new Recipient(Kind.RESIDENT, null);

  /** Kinds of recipients; each has texts of its own. */
  public enum Kind {
    RESIDENT,
    UNIT,
    HOTLINE,
    LINE;

    /** Name in settings and keys of texts. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Recipient unit(String code) {
    return new Recipient(Kind.UNIT, code);
  }

  /**
   * @param number 110, 119, 120 or 122
   */
  public static Recipient line(String number) {
    return new Recipient(Kind.LINE, number);
  }

  /**
   * @throws IllegalArgumentException where the text is none that {@link #text} wrote
   */
  public static Recipient of(String text) {
    int colon = text.indexOf(':');
    Kind kind =
        Kind.valueOf((colon < 0 ? text : text.substring(0, colon)).toUpperCase(Locale.ROOT));
    return new Recipient(kind, colon < 0 ? null : text.substring(colon + 1));
  }

  /** {@code resident}, {@code unit:<code>}, {@code hotline} or {@code line:<number>}. */
  public String text() {
    return code == null ? kind.wireName() : kind.wireName() + ":" + code;
  }
}
