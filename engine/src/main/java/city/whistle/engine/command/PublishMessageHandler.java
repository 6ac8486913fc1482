package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.execution.Turn;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Message;
import city.whistle.engine.state.State;
import java.util.List;

final class PublishMessageHandler implements CommandHandler<PublishMessage, MessagePublished> {

  private final Components components;
  private final Turn turn;

  PublishMessageHandler(Components components) {
    this.components = components;
    this.turn = components.turn;
  }

  @Override
  public MessagePublished handle(PublishMessage command) {
    Inputs.name(command.name(), "message");
    Inputs.object(command.variables());
    boolean hasId = command.messageId() != null && !command.messageId().isEmpty();
    if (hasId) {
      checkNotBuffered(command);
    }
    Message message =
        new Message(
            turn.nextKey(),
            command.name(),
            command.correlationKey(),
            hasId ? command.messageId() : null,
            command.variables(),
            List.of(),
            turn.now(),
            turn.after(command.timeToLive()));
    Message correlated = components.messages.correlate(message).message();
    if (correlated.expiresAt().isAfter(turn.now())) {
      turn.state().messages.put(correlated);
    }
    return new MessagePublished(message.key());
  }

  private void checkNotBuffered(PublishMessage command) {
    boolean known =
        turn.state().messagesByName.stream(
                new State.MessageName(command.name(), command.correlationKey()))
            .anyMatch(message -> command.messageId().equals(message.messageId()));
    if (known) {
      throw Rejection.alreadyExists(
          "Expected to publish a new message with id '%s', but a message with that id was already published"
              .formatted(command.messageId()));
    }
  }
}
