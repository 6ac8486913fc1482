/** Who may see and do what with cases and whistles. */
package city.whistle.workers.access;
