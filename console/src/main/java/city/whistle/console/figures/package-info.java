/** What one's own unit has to do, and who of it. */
package city.whistle.console.figures;
