package city.whistle.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell commands of a guide, run in its order by one shell. */
final class GuideScript {

  private static final Pattern BLOCK =
      Pattern.compile("```sh\n(.*?)```(?:\n```(json|)\n(.*?)```)?", Pattern.DOTALL);
  private static final String END = "@@end of step@@";

  private GuideScript() {}

  /**
   * A step of the guide.
   *
   * @param commands as they stand in it
   * @param shown what the guide says that it answers; null where it says nothing
   * @param json whether that is JSON
   * @param answered what it answered
   */
  record Step(String commands, String shown, boolean json, String answered) {}

  /** Runs all steps in the directory, each after the one before. */
  static List<Step> run(Path guide, Path directory, Map<String, String> variables) {
    try {
      List<Step> steps = steps(Files.readString(guide));
      StringBuilder script = new StringBuilder("set -euo pipefail\n");
      steps.forEach(step -> script.append(step.commands()).append("echo; echo '" + END + "'\n"));
      String[] answers = bash(script.toString(), directory, variables).split(END + "\n");
      List<Step> run = new ArrayList<>();
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        String answer = i < answers.length ? answers[i].strip() : "(the step did not end)";
        run.add(new Step(step.commands(), step.shown(), step.json(), answer));
      }
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Step> steps(String guide) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(guide);
    while (block.find()) {
      String shown = block.group(3);
      steps.add(
          new Step(
              block.group(1),
              shown == null ? null : shown.strip(),
              "json".equals(block.group(2)),
              ""));
    }
    return steps;
  }

  private static String bash(String script, Path directory, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
