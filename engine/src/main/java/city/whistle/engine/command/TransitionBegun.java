package city.whistle.engine.command;

import java.util.concurrent.CompletableFuture;

/**
 * A user task's transition is under way, or already through where no task listener is to be heard.
 *
 * @param done when it is through, once that is committed; fails with a Rejection where a listener
 *     denied it or the task was canceled meanwhile
 */
public record TransitionBegun(CompletableFuture<Void> done) {}
