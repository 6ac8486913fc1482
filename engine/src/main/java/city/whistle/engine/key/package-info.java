/** Keys of everything that the engine creates. */
package city.whistle.engine.key;
