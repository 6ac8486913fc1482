package city.whistle.workers.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.handling.ArchiveCaseWorker;
import city.whistle.workers.job.TestJob;
import city.whistle.workers.photo.Photos;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What tests of a case's photos do: they send, list and look. */
@RegistryTest
abstract class AttachmentTest {

  static final byte[] PHOTO = Photos.withExif(Photos.noise(600, 400), 6);

  @Autowired MockMvc api;
  @Autowired Registry registry;
  @Autowired ApiClients clients;
  @Autowired ArchiveCaseWorker archive;

  void close(CaseFile file) {
    archive.archiveCase(
        TestJob.of("case.archive", Map.of("caseId", file.id(), "verdict", "close")));
  }

  ResultActions send(CaseFile file, UUID id, byte[] photo) throws Exception {
    return api.perform(
        put(path(file) + "/" + id)
            .header("X-API-Key", CaseApiTest.KEY)
            .contentType(MediaType.IMAGE_JPEG)
            .content(photo));
  }

  ResultActions list(CaseFile file) throws Exception {
    return api.perform(get(path(file)).header("X-API-Key", CaseApiTest.KEY));
  }

  ResultActions look(CaseFile file, UUID id, String key, String unit) throws Exception {
    var call =
        get(path(file) + "/" + id)
            .header("X-API-Key", key)
            .header("X-Officer", "agent-7")
            .header("X-Reason", URLEncoder.encode("核对现场", StandardCharsets.UTF_8));
    return api.perform(unit == null ? call : call.header("X-Unit-Code", unit));
  }

  static String path(CaseFile file) {
    return "/api/cases/" + file.number() + "/attachments";
  }

  String admit(EnumSet<Scope> scopes, String unit) {
    String key = ApiClients.newKey();
    clients.admit(new ApiClient(UUID.randomUUID().toString(), "test", scopes, unit), key);
    return key;
  }
}
