package city.whistle.engine.command;

import java.util.List;

/** Deploys BPMN, DMN and form files together, all or none. Unchanged files change nothing. */
public record DeployResources(List<ResourceFile> files) implements Command<Deployed> {

  /** A file as it came, its kind told by its name. */
  public record ResourceFile(String name, byte[] content) {}
}
