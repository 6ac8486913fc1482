/** The agent's form while the caller speaks. */
package city.whistle.console.intake;
