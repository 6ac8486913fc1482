package city.whistle.workers.intake;

/** Degrees. */
record Point(double latitude, double longitude) {}
