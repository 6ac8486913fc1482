/**
 * PostgreSQL as a part of the program: unpacked from Maven artifacts, started and stopped with it.
 *
 * <p>Knows nothing else of the engine.
 */
package city.whistle.engine.postgres;
