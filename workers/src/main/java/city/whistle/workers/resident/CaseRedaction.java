package city.whistle.workers.resident;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Redacts texts about one case; looks what was given with it up once, and only if it must. */
public final class CaseRedaction {

  /** A word of a program tells nothing of anybody. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z]*[0-9]{0,2}");

  private final Supplier<String[]> identifying;
  private final Supplier<String[]> address;
  private String[] who;
  private String[] everything;

  CaseRedaction(Supplier<String[]> identifying, Supplier<String[]> address) {
    this.identifying = identifying;
    this.address = address;
  }

  /** The text as it may be kept; null stays null. */
  public String of(String text) {
    return mayTell(text) ? Redaction.of(text, everything()) : text;
  }

  /** As {@link #of}, for a text that says where to come: street and house stay. */
  public String ofPlace(String text) {
    return mayTell(text) ? Redaction.ofPlace(text, who()) : text;
  }

  private static boolean mayTell(String text) {
    return text != null && !CODE.matcher(text).matches();
  }

  private String[] who() {
    if (who == null) {
      who = identifying.get();
    }
    return who;
  }

  private String[] everything() {
    if (everything == null) {
      everything = Stream.of(who(), address.get()).flatMap(Stream::of).toArray(String[]::new);
    }
    return everything;
  }
}
