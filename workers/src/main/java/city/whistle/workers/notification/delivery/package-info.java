/** Brings messages to people: by which server, when, again if it failed, until it is given up. */
package city.whistle.workers.notification.delivery;
