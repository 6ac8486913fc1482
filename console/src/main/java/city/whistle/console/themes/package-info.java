/** The months' themes (每月一题): what is taken up, who works on it, and what came of it. */
package city.whistle.console.themes;
