/** The embedded engine: Camunda 8's REST and gRPC API on one JVM and one PostgreSQL. */
package city.whistle.engine;
