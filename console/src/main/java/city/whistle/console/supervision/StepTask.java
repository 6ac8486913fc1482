package city.whistle.console.supervision;

import java.time.Duration;

/**
 * What the task of a step tells of it.
 *
 * @param by name of who has or had it; null for nobody
 * @param late by how much its limit was or is passed; null where it wasn't
 */
record StepTask(String by, Duration late) {}
