/** The texts of messages, in each language. */
package city.whistle.workers.notification.text;
