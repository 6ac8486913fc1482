package city.whistle.workers.place;

/** Degrees. */
public record Point(double latitude, double longitude) {}
