/** Organisation, rota and catalogue as CSV files: out, and in again. */
package city.whistle.workers.sheet;
