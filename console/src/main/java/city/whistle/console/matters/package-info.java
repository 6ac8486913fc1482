/** Bursts of complaints, for supervisors. */
package city.whistle.console.matters;
