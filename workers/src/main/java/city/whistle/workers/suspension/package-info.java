/** Cases that cannot be settled for now: their clocks stand still. */
package city.whistle.workers.suspension;
