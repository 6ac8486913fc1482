/** The management port: purge, clock, health, as Camunda's test tools and operators call them. */
package city.whistle.engine.management;
