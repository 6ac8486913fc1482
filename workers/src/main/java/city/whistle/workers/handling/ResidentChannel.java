package city.whistle.workers.handling;

/** How a resident is told, by the channel that the case came by or that somebody chose. */
final class ResidentChannel {

  private ResidentChannel() {}

  static String of(String channel) {
    return switch (channel) {
      case "phone", "visit" -> "phone";
      case "email", "letter" -> "email";
      case "web", "app", "wechat", "weibo" -> "web";
      default -> "sms";
    };
  }
}
