package city.whistle.workers.intake;

import city.whistle.workers.job.Refusal;
import city.whistle.workers.request.InvalidRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.exception.BpmnError;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens the case that a hotline brought along when it started the process itself, as variable
 * {@code intake}.
 */
@Component
class BroughtIntake {

  private static final String CLIENT = "camunda";

  private final CaseIntake intake;
  private final CaseRequestReader reader;
  private final RequestDigest digest;

  BroughtIntake(CaseIntake intake, CaseRequestReader reader, RequestDigest digest) {
    this.intake = intake;
    this.reader = reader;
    this.digest = digest;
  }

  /**
   * The case's id, the same each time for the same instance or the hotline's own number.
   *
   * @throws BpmnError INVALID_INTAKE naming every bad field, without its value
   */
  UUID open(JsonNode brought, long processInstanceKey) {
    if (brought == null || !brought.isObject()) {
      throw Refusal.of("INVALID_INTAKE", "a case starts with a caseId, or with an intake");
    }
    ObjectNode body = brought.deepCopy();
    if (!body.hasNonNull("externalId")) {
      body.put("externalId", "process-instance:" + processInstanceKey);
    }
    try {
      return intake.openRunning(CLIENT, reader.read(body), digest.of(body)).file().id();
    } catch (InvalidRequest | ExternalIdConflict e) {
      throw Refusal.of("INVALID_INTAKE", e.getMessage());
    }
  }
}
