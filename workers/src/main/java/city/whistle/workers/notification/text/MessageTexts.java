package city.whistle.workers.notification.text;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Recipient;
import city.whistle.workers.text.TextTemplate;
import city.whistle.workers.text.TextTemplate.Placeholder;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes a message in the recipient's language. */
@Component
public class MessageTexts {

  /** Placeholder of what lies in the vault. */
  public static final String DETAIL = "detail";

  /** Placeholder of the case's or whistle's number. */
  public static final String NUMBER = "number";

  static final String BUNDLE = "notifications.messages";

  private static final String SIGNATURE = "signature";

  private final Map<Language, ResourceBundle> bundles =
      Arrays.stream(Language.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  MessageTexts::bundle,
                  (a, b) -> a,
                  () -> new EnumMap<>(Language.class)));

  /**
   * @param values one for each placeholder of the text; times with an offset, as ISO 8601 writes
   *     them
   * @throws IllegalArgumentException where a value is missing
   */
  public Message write(
      NotificationKind kind,
      Recipient.Kind recipient,
      Language language,
      Map<String, String> values) {
    String key = key(kind, recipient);
    return new Message(
        language,
        fill(language, key + ".subject", values),
        fill(language, key + ".text", values)
            + "\n\n"
            + bundles.get(language).getString(SIGNATURE));
  }

  static String key(NotificationKind kind, Recipient.Kind recipient) {
    return kind.wireName() + "." + recipient.wireName();
  }

  static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        BUNDLE,
        language.locale(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private String fill(Language language, String key, Map<String, String> values) {
    ResourceBundle bundle = bundles.get(language);
    return new TextTemplate(bundle.getString(key))
        .fill(placeholder -> show(placeholder, language, bundle, values));
  }

  private static String show(
      Placeholder placeholder,
      Language language,
      ResourceBundle bundle,
      Map<String, String> values) {
    String value = values.get(placeholder.name());
    if (value == null) {
      throw new IllegalArgumentException("the text needs " + placeholder.name());
    }
    return switch (placeholder.form()) {
      case PLAIN -> value;
      case TIME -> time(value, language, bundle.getString("time"));
      case WORD ->
          bundle.getString(bundle.containsKey("word." + value) ? "word." + value : "word.other");
    };
  }

  private static String time(String value, Language language, String pattern) {
    return CityTime.inCity(OffsetDateTime.parse(value))
        .format(DateTimeFormatter.ofPattern(pattern, language.locale()));
  }
}
