/** One summoned unit: told, signed, come, done, or absent. */
package city.whistle.workers.summons;
