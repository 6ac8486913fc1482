package city.whistle.benchmarks.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser. */
final class Visitor {

  private static final int FOUND = 200;
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(_csrf|name)\" value=\"([^\"]*)\"");

  private final URI pages;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Visitor(URI pages) {
    this.pages = pages;
  }

  /**
   * @throws IllegalStateException where there is no such page for him
   */
  String open(String path) throws IOException {
    return answered(HttpRequest.newBuilder(pages.resolve(path)).GET().build());
  }

  void signIn(String name, String password) throws IOException {
    send("/sign-in", Map.of("name", name, "password", password));
    open("/");
  }

  /** Fills in the form of the page and sends it. */
  void send(String path, Map<String, String> values) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(open(path));
    while (hidden.find()) {
      all.put(hidden.group(1), hidden.group(2));
    }
    all.putAll(values);
    answered(
        HttpRequest.newBuilder(pages.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"))))
            .build());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private String answered(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != FOUND) {
        throw new IllegalStateException(
            "%s %s answered %d"
                .formatted(request.method(), request.uri().getPath(), answer.statusCode()));
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
