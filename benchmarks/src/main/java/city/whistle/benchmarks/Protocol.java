package city.whistle.benchmarks;

/** What Camunda's client speaks to the engine. */
enum Protocol {
  GRPC,
  REST
}
