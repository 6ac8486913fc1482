package city.whistle.engine.command;

/** What {@link DeployResources} becomes once its files are compiled. */
record DeployCompiled(CompiledFiles files) implements Command<Deployed> {}
