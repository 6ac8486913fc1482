/** Calls to the engine, written with what they follow from and made afterwards. */
package city.whistle.workers.outbox;
