package city.whistle.engine.command;

/**
 * Asks whether a worker has a job or could take one, or the engine has steps left to take. What
 * rests until a time isn't work, nor is what an incident keeps.
 */
public record FindWork() implements Command<Boolean> {}
