package city.whistle.workers.api;

import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.StorableText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses a path or query with characters that no stored text has, so that none is asked for. */
final class SafeCharacters {

  private SafeCharacters() {}

  /**
   * @throws InvalidRequest naming every part of the path and every parameter that holds one
   */
  static void check(HttpServletRequest request) {
    List<FieldProblem> problems =
        Stream.concat(path(request), query(request))
            .filter(part -> !StorableText.holds(part.getValue()))
            .map(part -> new FieldProblem(part.getKey(), StorableText.WANTED))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
  }

  private static Stream<Map.Entry<String, String>> path(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .map(e -> Map.entry(e.getKey().toString(), e.getValue().toString()))
        : Stream.empty();
  }

  /** From the query alone: asking for parameters would read a form's body. */
  private static Stream<Map.Entry<String, String>> query(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Stream.empty()
        : Stream.of(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .map(pair -> Map.entry(pair[0], pair.length == 1 ? "" : decoded(pair[1])));
  }

  /** What isn't encoded as it should be is for others to refuse. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
