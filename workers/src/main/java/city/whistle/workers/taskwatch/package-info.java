/** Until when people do their tasks, and what follows where nobody does. */
package city.whistle.workers.taskwatch;
