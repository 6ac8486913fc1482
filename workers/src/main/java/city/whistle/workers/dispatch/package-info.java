/** Giving a case its owner and limits. */
package city.whistle.workers.dispatch;
