/**
 * The month's theme (每月一题): what the city takes up of what is asked for again and again, who works
 * on it, and what came of it; with the jobs of process {@code monthly-theme}.
 */
package city.whistle.workers.theme;
