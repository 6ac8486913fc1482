/** The writer: a bounded queue, one thread, commits in groups. */
package city.whistle.engine.loop;
