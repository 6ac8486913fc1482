/** Facts that the monthly assessment counts, written once, when and where they happen. */
package city.whistle.workers.fact;
