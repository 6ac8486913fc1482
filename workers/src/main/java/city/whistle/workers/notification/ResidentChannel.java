package city.whistle.workers.notification;

/** How a resident is told, by the channel that the case came by or that somebody chose. */
public final class ResidentChannel {

  private ResidentChannel() {}

  /** {@code phone}, {@code email}, {@code web} or {@code sms}. */
  public static String of(String channel) {
    return switch (channel) {
      case "phone", "visit" -> "phone";
      case "email", "letter" -> "email";
      case "web", "app", "wechat", "weibo" -> "web";
      default -> "sms";
    };
  }
}
