/**
 * A city's day, played true to published volumes and shares through the same APIs that hotlines,
 * staff and residents use, and what three books say of it in the end.
 */
package city.whistle.app.day;
