package city.whistle.workers.notification.delivery;

/** What became of writing a message. */
sealed interface Written {

  record Ready(Letter letter) implements Written {}

  /** It must not be sent. */
  record Dropped(String reason) implements Written {}

  /** It could not be written this time. */
  record Failed(String code) implements Written {}

  /** It can't be written; somebody must look into it. */
  record Unwritable(String reason) implements Written {}
}
