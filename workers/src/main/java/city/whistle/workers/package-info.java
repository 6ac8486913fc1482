/** Job workers and case registry: the domain. */
package city.whistle.workers;
