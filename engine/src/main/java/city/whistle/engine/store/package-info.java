/** PostgreSQL: the schema, what writes changes of state to it, what loads state from it. */
package city.whistle.engine.store;
