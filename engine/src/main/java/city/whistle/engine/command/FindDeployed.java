package city.whistle.engine.command;

import java.util.List;
import java.util.Optional;

/** Asks whether files are just what was deployed last; answers what they were deployed as. */
record FindDeployed(List<DeployedFile> files) implements Command<Optional<Deployed>> {}
