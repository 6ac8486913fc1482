/** All that reaches the process engine by itself: deployment, starts, messages, searches. */
package city.whistle.workers.camunda;
