/** Camunda's REST API: a request becomes a command or a query, its answer a response. */
package city.whistle.engine.rest;
