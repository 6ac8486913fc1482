/** Lanes: which there are, who answers for them, and how they stand. */
package city.whistle.console.lanes;
