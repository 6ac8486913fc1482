/** Who did and saw what. */
package city.whistle.console.audit;
