/** Residents' personal data: the vault, its keys, redaction. */
package city.whistle.workers.resident;
