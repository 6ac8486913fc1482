/**
 * One matter of several callers: merging cases, parting them, what becomes of those that follow.
 */
package city.whistle.workers.matter;
