/** Each month's figures, and what units ask against them. */
package city.whistle.console.ranking;
