package city.whistle.workers.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The OpenAPI document as one page of HTML, in Chinese or English, that needs neither script nor
 * anything from elsewhere.
 */
@Component
class DescriptionPage {

  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
      h2{margin-top:3rem;border-bottom:1px solid #ccc}h3{margin-top:2rem}code,pre{font-family:ui-monospace,monospace}
      .verb{display:inline-block;min-width:4rem;font-weight:bold;text-transform:uppercase;color:#06c}
      pre{background:#f5f5f5;padding:.8rem;overflow:auto;font-size:.9rem}table{border-collapse:collapse;width:100%}
      th,td{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #eee;font-size:.95rem}
      @media(max-width:40rem){tr{display:block;padding:.4rem 0;border-bottom:1px solid #eee}td{display:inline-block;border:0;overflow-wrap:anywhere}}
      """;

  private final Description description;
  private final ObjectMapper json;

  DescriptionPage(Description description, ObjectMapper json) {
    this.description = description;
    this.json = json;
  }

  String html(Language language) {
    return new Writing(language).page();
  }

  /** What the page is written in. */
  enum Language {
    ZH("请求", "必填", "权限", "示例", "无需密钥", "应答"),
    EN("Body", "required", "Scope", "Example", "no key", "Answers");

    private final String body;
    private final String required;
    private final String scope;
    private final String example;
    private final String open;
    private final String answers;

    Language(
        String body, String required, String scope, String example, String open, String answers) {
      this.body = body;
      this.required = required;
      this.scope = scope;
      this.example = example;
      this.open = open;
      this.answers = answers;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(String code) {
      return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }
  }

  private final class Writing {

    private final Language language;
    private final StringBuilder out = new StringBuilder(100_000);

    Writing(Language language) {
      this.language = language;
    }

    String page() {
      JsonNode info = description.document().get("info");
      String title = text(info, "title");
      out.append(
              "<!doctype html><html lang=\"%s\"><meta charset=\"utf-8\">"
                  .formatted(language.code()))
          .append("<meta name=\"viewport\" content=\"width=device-width\">")
          .append(
              "<title>%s API</title><style>%s</style><h1>%s API</h1>"
                  .formatted(title, STYLE, title))
          .append("<p><a href=\"?lang=zh\">中文</a> · <a href=\"?lang=en\">English</a>")
          .append(" · <a href=\"/api/openapi.json\">OpenAPI</a></p>");
      paragraph(text(info, "description"));
      description.document().get("tags").forEach(this::group);
      return out.append("</html>\n").toString();
    }

    private void group(JsonNode tag) {
      out.append("<h2>%s</h2>".formatted(text(tag, "description")));
      description
          .document()
          .get("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(
                          call -> {
                            if (call.getValue().get("tags").get(0).equals(tag.get("name"))) {
                              call(path.getKey(), call.getKey(), call.getValue());
                            }
                          }));
    }

    private void call(String path, String verb, JsonNode call) {
      out.append("<section id=\"%s\"><h3>".formatted(call.get("operationId").textValue()))
          .append(
              "<span class=\"verb\">%s</span> <code>%s</code></h3>".formatted(verb, escape(path)));
      String scope =
          call.has("x-scope")
              ? "%s <code>%s</code>".formatted(language.scope, call.get("x-scope").textValue())
              : language.open;
      out.append("<p>%s (%s)</p>".formatted(text(call, "summary"), scope));
      paragraph(text(call, "description"));
      parameters(call.path("parameters"));
      body(call.path("requestBody").path("content"));
      answers(call.get("responses"));
      out.append("</section>");
    }

    private void parameters(JsonNode parameters) {
      if (!parameters.isEmpty()) {
        out.append("<table>");
        parameters.forEach(
            each ->
                row(
                    each.get("name").textValue(),
                    each.get("schema"),
                    each.path("required").asBoolean(),
                    text(each, "description")));
        out.append("</table>");
      }
    }

    private void body(JsonNode contents) {
      if (contents.isMissingNode()) {
        return;
      }
      out.append("<h4>%s</h4>".formatted(language.body));
      JsonNode content = contents.path("application/json");
      if (content.isMissingNode()) {
        out.append("<p><code>%s</code></p>".formatted(escape(types(contents))));
        return;
      }
      out.append("<table>");
      fields("", content.get("schema"));
      out.append("</table>");
      content.path("examples").forEach(example -> example(example.get("value")));
    }

    private static String types(JsonNode contents) {
      StringJoiner types = new StringJoiner(", ");
      contents.fieldNames().forEachRemaining(types::add);
      return types.toString();
    }

    private void answers(JsonNode answers) {
      out.append("<h4>%s</h4>".formatted(language.answers));
      answers
          .properties()
          .forEach(
              entry -> {
                JsonNode answer = description.resolved(entry.getValue());
                out.append(
                    "<p><b>%s</b> %s</p>".formatted(entry.getKey(), text(answer, "description")));
                JsonNode content = answer.path("content").path("application/json");
                if (content.has("example")) {
                  out.append("<table>");
                  fields("", content.get("schema"));
                  out.append("</table>");
                  example(content.get("example"));
                }
              });
    }

    /** A row for each field, and for those of the objects in it. */
    private void fields(String prefix, JsonNode reference) {
      JsonNode schema = description.resolved(reference);
      if (schema.has("items")) {
        fields(prefix + "[].", schema.get("items"));
        return;
      }
      schema
          .path("properties")
          .properties()
          .forEach(
              field -> {
                JsonNode of = description.resolved(field.getValue());
                boolean required = false;
                for (JsonNode name : schema.path("required")) {
                  required |= name.textValue().equals(field.getKey());
                }
                row(prefix + field.getKey(), of, required, text(of, "description"));
                fields(prefix + field.getKey() + (of.has("items") ? "" : "."), of);
              });
    }

    private void row(String name, JsonNode schema, boolean required, String meaning) {
      out.append(
          "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(escape(name), type(schema), required ? language.required : "", meaning));
    }

    private static String type(JsonNode schema) {
      JsonNode type = schema.path("type");
      String plain = type.isArray() ? type.get(0).textValue() : type.asText();
      StringBuilder values = new StringBuilder();
      schema.path("enum").forEach(value -> values.append(' ').append(value.asText()));
      if (schema.has("maxLength")) {
        values.append(" ≤ ").append(schema.get("maxLength"));
      }
      return escape(schema.path("format").asText(plain) + values);
    }

    private void example(JsonNode value) {
      try {
        out.append("<details><summary>%s</summary><pre>".formatted(language.example))
            .append(escape(json.writerWithDefaultPrettyPrinter().writeValueAsString(value)))
            .append("</pre></details>");
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    private void paragraph(String text) {
      if (!text.isEmpty()) {
        out.append("<p>%s</p>".formatted(text));
      }
    }

    /** In the page's language, or in English where there is only that. */
    private String text(JsonNode node, String field) {
      String english = node.path(field).asText("");
      return escape(
          language == Language.ZH ? node.path("x-" + field + "-zh").asText(english) : english);
    }

    private static String escape(String text) {
      return HtmlUtils.htmlEscape(text, "UTF-8");
    }
  }
}
