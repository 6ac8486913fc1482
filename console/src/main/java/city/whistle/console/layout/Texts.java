package city.whistle.console.layout;

import city.whistle.workers.calendar.CityTime;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All words of a page: sentences, times and numbers in one language, as seen at one moment. */
public final class Texts {

  /** The first is the one without a choice. */
  public static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

  private static final long COUNTED_MAX = 10_000;

  private static final Map<Locale, Messages> MESSAGES =
      LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Messages::of));

  private static final ModelNames MODELS = ModelNames.read();

  private static final Pattern LENGTH = Pattern.compile("P[0-9]{1,3}D|PT[0-9]{1,3}[HM]");
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})");

  /** A unit's group, {@code street:110102009}. */
  private static final Pattern GROUP = Pattern.compile("[a-z][A-Za-z]*:[A-Za-z0-9][A-Za-z0-9._-]*");

  /** A word of the program's, as nobody writes: {@code heldUpLawfully}, or a group. */
  private static final Pattern CODE = Pattern.compile("[a-z]+[A-Z][A-Za-z0-9]*|" + GROUP);

  private final Locale language;
  private final Messages messages;
  private final OffsetDateTime now;

  /**
   * @param language one of {@link #LANGUAGES}
   * @param now the moment from which times are told
   */
  public Texts(Locale language, OffsetDateTime now) {
    this.language = language;
    this.messages = MESSAGES.get(language);
    this.now = CityTime.inCity(now);
  }

  /** For attribute {@code lang}. */
  public String lang() {
    return language == Locale.CHINESE ? "zh-CN" : "en";
  }

  public boolean isChinese() {
    return language == Locale.CHINESE;
  }

  public OffsetDateTime now() {
    return now;
  }

  /** Whether there is a sentence of this key, for keys that are made of data. */
  public boolean has(String key) {
    return messages.has(key);
  }

  /** The sentence, with numbers as they are; escaped where it is shown. */
  public String say(String key, Object... arguments) {
    String pattern = messages.pattern(key);
    return arguments.length == 0 && !pattern.contains("'")
        ? pattern
        : new MessageFormat(pattern, language).format(plain(arguments));
  }

  /** A count of the engine, which counts no further than this. */
  public String counted(long count) {
    return count < COUNTED_MAX ? String.valueOf(count) : say("count.atLeast", COUNTED_MAX);
  }

  /** What the key says; where there is no such key, what was given. */
  public String named(String key, String otherwise) {
    return messages.has(key) ? say(key) : otherwise;
  }

  /**
   * A step's name by its id; where it has no message, as the model calls it in the language.
   *
   * @param name as it was deployed
   */
  public String step(String id, String name) {
    return named("step." + id, isChinese() ? name : MODELS.english(id).orElse(name));
  }

  public String step(String id) {
    return step(id, id);
  }

  /**
   * What a step decided, or the step that it is about; a reason in words as it stands there. A code
   * that has no message is not shown.
   */
  public String outcome(String code) {
    String said = named("outcome." + code, step(code));
    return CODE.matcher(said).matches() ? say("outcome.unnamed") : said;
  }

  /** What somebody chose or wrote: a code's message, a time or length of time, or his words. */
  public String answer(String value) {
    if (LENGTH.matcher(value).matches()) {
      return length(Duration.parse(value));
    }
    if (TIME.matcher(value).matches()) {
      return exact(OffsetDateTime.parse(value));
    }
    return outcome(value);
  }

  /**
   * What was answered to this field; a word that means another thing elsewhere has its own here.
   */
  public String sent(String field, String value) {
    return named("sent." + field + "." + value, answer(value));
  }

  /** Who did something: a name, or what stands in timelines where it was no person of ours. */
  public String who(String name) {
    if (name.startsWith("hotline:")) {
      return say("who.hotline");
    }
    return GROUP.matcher(name).matches() ? say("who.unnamed") : named("who." + name, name);
  }

  /**
   * @param lender the one for whom he stood in; null for himself
   */
  public String who(String name, String lender) {
    return lender == null ? who(name) : say("who.for", who(name), lender);
  }

  public String say(Message message) {
    return say(message.key(), message.said(this::step));
  }

  private static Object[] plain(Object[] arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = arguments[i] instanceof Number ? arguments[i] : String.valueOf(arguments[i]);
    }
    return plain;
  }

  /** How much time is left, in words. */
  public TimeLeft left(OffsetDateTime limit) {
    return TimeLeft.until(CityTime.inCity(limit), this);
  }

  /**
   * How much time is left for a task.
   *
   * @param began since when it is there
   */
  public TimeLeft left(OffsetDateTime limit, OffsetDateTime began) {
    return TimeLeft.of(CityTime.inCity(limit), CityTime.inCity(began), this);
  }

  /** Day, hour and minute. */
  public String exact(OffsetDateTime time) {
    return format("time.pattern.exact", time);
  }

  public String hour(OffsetDateTime time) {
    return format("time.pattern.hour", time);
  }

  /** The day, with its year where that isn't this one. */
  public String day(OffsetDateTime time) {
    boolean thisYear = CityTime.inCity(time).getYear() == now.getYear();
    return format(thisYear ? "time.pattern.day" : "time.pattern.dayOfYear", time);
  }

  /** A day with its day of the week. */
  public String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern(messages.pattern("time.pattern.weekday"), language)
        .format(day);
  }

  /** Day, hour and minute as people say them: without the day where it is today. */
  public String moment(OffsetDateTime time) {
    boolean today = CityTime.inCity(time).toLocalDate().equals(now.toLocalDate());
    return today ? hour(time) : say("time.dayAndHour", day(time), hour(time));
  }

  String format(String patternKey, OffsetDateTime time) {
    return DateTimeFormatter.ofPattern(messages.pattern(patternKey), language)
        .format(CityTime.inCity(time));
  }

  /** Whether the time has passed; null never does. */
  public boolean isPast(OffsetDateTime time) {
    return time != null && time.isBefore(now);
  }

  /** How long ago, in words. */
  public String since(OffsetDateTime time) {
    return length(Duration.between(time, now));
  }

  /** How long something took, where that may be no time at all. */
  public String took(Duration length) {
    return length.compareTo(Duration.ofMinutes(1)) < 0 ? say("time.moment") : length(length);
  }

  /** A length of time in its two largest units. */
  public String length(Duration length) {
    long minutes = Math.max(1, length.toMinutes());
    if (minutes < 60) {
      return say("time.minutes", minutes);
    }
    if (minutes < 48 * 60) {
      return minutes % 60 == 0
          ? say("time.hours", minutes / 60)
          : say("time.hoursAndMinutes", minutes / 60, minutes % 60);
    }
    return say("time.days", minutes / (24 * 60));
  }
}
