package city.whistle.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Somebody who sends the form of the sign-in page many times at once, each with another name. */
final class SignInFlood {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI page;

  SignInFlood(URI api) {
    this.page = api.resolve("/sign-in");
  }

  /** The statuses of the answers. */
  List<Integer> send(int number) throws IOException, InterruptedException {
    HttpResponse<String> form =
        http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    Matcher token = TOKEN.matcher(form.body());
    if (!token.find()) {
      throw new AssertionError(form.body());
    }
    List<CompletableFuture<HttpResponse<Void>>> answers =
        IntStream.range(0, number)
            .mapToObj(i -> "name=nobody-%d&password=wrong&_csrf=%s".formatted(i, token.group(1)))
            .map(typed -> http.sendAsync(post(cookie, typed), BodyHandlers.discarding()))
            .toList();
    return answers.stream().map(answer -> answer.join().statusCode()).toList();
  }

  private HttpRequest post(String cookie, String typed) {
    return HttpRequest.newBuilder(page)
        .header("Cookie", cookie)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(typed))
        .build();
  }
}
