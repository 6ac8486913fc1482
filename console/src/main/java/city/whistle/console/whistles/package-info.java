/** Whistles: which go on and who has come, and blowing one without a case. */
package city.whistle.console.whistles;
