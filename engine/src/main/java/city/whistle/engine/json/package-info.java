/** JSON values, the form of all variables. */
package city.whistle.engine.json;
