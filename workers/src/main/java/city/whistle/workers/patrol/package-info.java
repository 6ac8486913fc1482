/** What chiefs and stewards find in their lanes before anybody complains (未诉先办). */
package city.whistle.workers.patrol;
