package city.whistle.engine.command;

import city.whistle.engine.outcome.Rejection;

/**
 * Something that is asked of the engine: done whole, or refused with a {@link Rejection} and
 * nothing of it remains.
 *
 * @param <A> the answer
 */
public interface Command<A> {}
