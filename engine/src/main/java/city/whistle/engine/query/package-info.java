/** Searches and gets: SQL over the store's tables, with one way to filter, sort and page. */
package city.whistle.engine.query;
