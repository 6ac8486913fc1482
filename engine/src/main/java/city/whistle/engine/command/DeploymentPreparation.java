package city.whistle.engine.command;

import java.util.Optional;

/** Compiles files before their deployment's turn, unless they are deployed already. */
final class DeploymentPreparation implements Preparation<Deployed> {

  private final DeployResources command;
  private final FileCompiler compiler;

  DeploymentPreparation(DeployResources command, FileCompiler compiler) {
    this.command = command;
    this.compiler = compiler;
  }

  @Override
  public Optional<Command<Optional<Deployed>>> question() {
    return FileCompiler.read(command.files()).map(FindDeployed::new);
  }

  @Override
  public Command<Deployed> prepare() {
    return new DeployCompiled(compiler.compile(command.files()));
  }
}
