package city.whistle.workers.notification.delivery;

import city.whistle.workers.notification.Recipient;
import city.whistle.workers.notification.text.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which way each recipient is told, from settings. A key is a kind of recipient, or, first, that
 * kind with its channel for residents, its code for units, its number for lines: {@code
 * resident.sms}, {@code unit.110102009}, {@code line.119}, {@code hotline}.
 */
@Component
class Routes {

  /** The route to the SMTP server. */
  static final String MAIL = "mail";

  /** The route of what nobody wants sent. */
  static final String NONE = "none";

  private final DeliverySettings settings;
  private final Map<String, Language> languages;

  Routes(DeliverySettings settings) {
    this.settings = settings;
    Set<String> known = new TreeSet<>(settings.webhooks().keySet());
    known.add(NONE);
    if (settings.mail() != null) {
      known.add(MAIL);
    }
    settings.routes().forEach((key, route) -> check(key, route, known));
    this.languages =
        settings.languages().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Routes::language));
  }

  boolean areSet() {
    return !settings.routes().isEmpty();
  }

  /** The endpoint's name, or {@link #NONE}. */
  Optional<String> of(Recipient recipient, String channel) {
    return lookUp(settings.routes(), recipient, channel);
  }

  /** Where the SMTP server reaches a unit, the hotline or a line. */
  Optional<String> mailAddress(Recipient recipient) {
    return lookUp(settings.addresses(), recipient, null);
  }

  /** Chinese unless settings say otherwise; a resident's own lies in the vault. */
  Language language(Recipient recipient) {
    return lookUp(languages, recipient, null).orElse(Language.ZH);
  }

  private static <T> Optional<T> lookUp(Map<String, T> map, Recipient recipient, String channel) {
    String kind = recipient.kind().wireName();
    String detail = recipient.kind() == Recipient.Kind.RESIDENT ? channel : recipient.code();
    return Stream.of(kind + "." + detail, kind).filter(map::containsKey).findFirst().map(map::get);
  }

  private static void check(String key, String route, Set<String> known) {
    String kind = key.split("\\.", 2)[0];
    if (Stream.of(Recipient.Kind.values()).noneMatch(k -> k.wireName().equals(kind))) {
      throw new IllegalArgumentException(
          "whistle.notifications.routes."
              + key
              + " must begin with resident, unit, hotline or line");
    }
    if (!known.contains(route)) {
      throw new IllegalArgumentException(
          "whistle.notifications.routes.%s is %s, but settings know only %s"
              .formatted(key, route, known));
    }
  }

  private static Language language(Map.Entry<String, String> setting) {
    return Language.of(setting.getValue())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "whistle.notifications.languages." + setting.getKey() + " must be zh or en"));
  }
}
