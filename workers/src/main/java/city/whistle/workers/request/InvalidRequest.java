package city.whistle.workers.request;

import java.util.List;
import java.util.stream.Collectors;

/** A request whose fields don't hold; names every one of them, never their values. */
public class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<FieldProblem> problems;

  public InvalidRequest(List<FieldProblem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.field() + " " + problem.message())
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<FieldProblem> problems() {
    return problems;
  }
}
