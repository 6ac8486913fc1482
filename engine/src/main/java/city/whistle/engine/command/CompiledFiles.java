package city.whistle.engine.command;

import city.whistle.engine.decision.DecisionGraph;
import city.whistle.engine.model.ProcessModel;
import java.util.List;

/** The files of a deployment, read and compiled; nothing of them is wrong. */
record CompiledFiles(
    List<DeployedFile> files, List<Process> processes, List<Graph> graphs, List<Form> forms) {

  /** One of the executable processes of a file. */
  record Process(DeployedFile file, ProcessModel model) {}

  /** All decisions of a file. */
  record Graph(DeployedFile file, DecisionGraph graph) {}

  /** What the engine knows of a form. */
  record Form(DeployedFile file, FormHead head) {}
}
