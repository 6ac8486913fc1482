/** Camunda's gRPC gateway over the engine's commands: one small class per area. */
package city.whistle.engine.grpc;
