package city.whistle.engine.command;

import city.whistle.engine.execution.Components;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Message;
import java.util.List;

final class CorrelateMessageHandler implements CommandHandler<CorrelateMessage, MessageCorrelated> {

  private final Components components;

  CorrelateMessageHandler(Components components) {
    this.components = components;
  }

  @Override
  public MessageCorrelated handle(CorrelateMessage command) {
    Inputs.name(command.name(), "message");
    Inputs.object(command.variables());
    Message message =
        new Message(
            components.turn.nextKey(),
            command.name(),
            command.correlationKey(),
            null,
            command.variables(),
            List.of(),
            components.turn.now(),
            components.turn.now());
    List<Long> reached = components.messages.correlate(message).processInstanceKeys();
    if (reached.isEmpty()) {
      throw Rejection.notFound(
          "Expected to find subscription for message with name '%s' and that correlation key, but none was found."
              .formatted(command.name()));
    }
    return new MessageCorrelated(message.key(), reached.get(0));
  }
}
