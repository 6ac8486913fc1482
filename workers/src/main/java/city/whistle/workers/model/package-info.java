/** Models, decision tables and forms as one set: what stands, what changes, what is missing. */
package city.whistle.workers.model;
