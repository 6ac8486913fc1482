package city.whistle.workers.notification;

/** Published when a message was written, to wake the sender after the commit. */
public record NotificationAdded() {}
