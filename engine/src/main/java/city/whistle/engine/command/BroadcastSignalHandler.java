package city.whistle.engine.command;

import city.whistle.engine.execution.Components;

final class BroadcastSignalHandler implements CommandHandler<BroadcastSignal, SignalBroadcast> {

  private final Components components;

  BroadcastSignalHandler(Components components) {
    this.components = components;
  }

  @Override
  public SignalBroadcast handle(BroadcastSignal command) {
    Inputs.name(command.name(), "signal");
    Inputs.object(command.variables());
    components.signals.broadcast(command.name(), command.variables());
    return new SignalBroadcast(components.turn.nextKey());
  }
}
