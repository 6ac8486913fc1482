/** Messages to people, waiting to be sent. */
package city.whistle.workers.notification;
