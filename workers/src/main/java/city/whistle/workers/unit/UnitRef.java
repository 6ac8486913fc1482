package city.whistle.workers.unit;

/** A unit as process variables carry it, for instance {@code owner}. */
public record UnitRef(String code, String name, String kind) {}
