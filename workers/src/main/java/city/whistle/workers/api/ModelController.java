package city.whistle.workers.api;

import city.whistle.workers.model.ModelChanges;
import city.whistle.workers.model.ModelEngine.Deployed;
import city.whistle.workers.model.ModelFile;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes models, decision tables and forms while cases run. */
@RestController
class ModelController {

  private static final int FILES_MAX = 100;
  private static final int CONTENT_MAX = 2_000_000;
  private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,99}[.](bpmn|dmn|form)";

  private final ModelChanges changes;

  ModelController(ModelChanges changes) {
    this.changes = changes;
  }

  /** Body {@code {files: [{name, content}]}}; what isn't given is taken as it stands. */
  @PostMapping("/api/models")
  @Needs(Scope.MODELS)
  @TakesUpTo(4 * 1024 * 1024)
  Map<String, List<Deployed>> change(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    List<ModelFile> files = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (RequestFields file : fields.objects("files", FILES_MAX)) {
      String name = name(file, given);
      String content = file.requiredText("content", CONTENT_MAX);
      file.refuseOthers();
      if (content != null) {
        files.add(new ModelFile(name, content.getBytes(StandardCharsets.UTF_8)));
      }
    }
    fields.refuseOthers();
    fields.throwIfWrong();
    return Map.of("deployed", changes.change(files, client.id()));
  }

  private static String name(RequestFields file, Set<String> given) {
    if (file.requiredText("name", 105) == null) {
      return null;
    }
    String name =
        file.checkedText(
            "name", 105, text -> text.matches(NAME), "must be an id with .bpmn, .dmn or .form");
    return name == null
        ? null
        : file.checkedText("name", 105, given::add, "is given twice; give each file once");
  }
}
