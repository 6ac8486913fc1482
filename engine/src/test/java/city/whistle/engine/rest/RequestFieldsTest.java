package city.whistle.engine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.command.ActivateJobs;
import city.whistle.engine.command.CreateInstance;
import city.whistle.engine.command.JobsActivated;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.state.Row;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which fields of requests must be there, and their bounds, as Camunda's API has them; and what
 * becomes of fields that only later versions know. Camunda's TypeScript SDK of 8.8 sends numbers of
 * 64 bits as text where it is strict.
 */
class RequestFieldsTest {

  @RegisterExtension private static final RestFixture fixture = new RestFixture();

  private static HttpResponse<String> send(String method, String path, String json) {
    return fixture.send(method, "/v2/" + path, json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PUT   | element-instances/1/variables    | {}                                      |"
            + " variables",
        "PUT   | element-instances/1/variables    | {'variables':null}                      |"
            + " variables",
        "PUT   | element-instances/1/variables    | {'variables':[1]}                       |"
            + " variables",
        "PUT   | element-instances/1/variables    | {'variables':{},'operationReference':0} |"
            + " operationReference",
        "POST  | process-instances/1/cancellation | {'operationReference':0}                |"
            + " operationReference",
        "POST  | process-instances/1/cancellation | {'operationReference':-1}               |"
            + " operationReference",
        "POST  | process-instances/1/cancellation | {'operationReference':'x'}              |"
            + " operationReference",
        "POST  | process-instances/1/migration    | {'mappingInstructions':[]}              |"
            + " targetProcessDefinitionKey",
        "POST  | process-instances/1/migration    | {'targetProcessDefinitionKey':'1'}      |"
            + " mappingInstructions",
        "POST  | process-instances/1/migration    |"
            + " {'targetProcessDefinitionKey':'1','mappingInstructions':[{'sourceElementId':'a'}]}"
            + " | mappingInstructions.targetElementId",
        "POST  | process-instances                |"
            + " {'processDefinitionId':'p','operationReference':0} | operationReference",
        "POST  | process-instances                |"
            + " {'processDefinitionId':'p','startInstructions':[{}]} | startInstructions.elementId",
        "POST  | process-instances                | {'processDefinitionId':'p','businessId':'b'} |"
            + " businessId",
        "POST  | incidents/1/resolution           | {'operationReference':0}                |"
            + " operationReference",
        "PATCH | jobs/1                           |"
            + " {'changeset':{'retries':1},'operationReference':0} | operationReference",
        "PATCH | jobs/1                           | {}                                      |"
            + " changeset",
        "PATCH | jobs/1                           | {'changeset':{}}                        |"
            + " changeset",
        "POST  | jobs/1/error                     | {}                                      |"
            + " errorCode",
        "POST  | jobs/1/error                     | {'errorCode':' '}                       |"
            + " errorCode",
        "POST  | jobs/activation                  | {'timeout':1,'maxJobsToActivate':1}     | type",
        "POST  | jobs/activation                  | {'type':'t','maxJobsToActivate':1}      |"
            + " timeout",
        "POST  | jobs/activation                  | {'type':'t','timeout':0,'maxJobsToActivate':1}"
            + " | timeout",
        "POST  | jobs/activation                  | {'type':'t','timeout':1}                |"
            + " maxJobsToActivate",
        "POST  | jobs/activation                  | {'type':'t','timeout':1,'maxJobsToActivate':0}"
            + " | maxJobsToActivate",
        "POST  | jobs/activation                  |"
            + " {'type':'t','timeout':1,'maxJobsToActivate':1,'tenantFilter':'ALL'} | tenantFilter",
        "POST  | user-tasks/1/assignment          | {}                                      |"
            + " assignee",
        "POST  | user-tasks/1/assignment          | {'assignee':''}                         |"
            + " assignee",
        "POST  | messages/publication             | {'correlationKey':'1'}                  | name",
        "POST  | messages/correlation             | {'name':''}                             | name",
        "POST  | signals/broadcast                | {}                                      |"
            + " signalName",
        "POST  | decision-definitions/evaluation  |"
            + " {'decisionDefinitionId':'d','decisionDefinitionKey':'1'} | decisionDefinitionKey",
        "PUT   | clock                            | {}                                      |"
            + " timestamp",
        "PUT   | clock                            | {'timestamp':-1}                        |"
            + " timestamp",
        "POST  | jobs/search                      | {'page':{'limit':0}}                    |"
            + " page.limit",
        "POST  | jobs/search                      | {'page':{'from':-1}}                    |"
            + " page.from",
        "POST  | jobs/search                      | {'page':{'after':'x','before':'y'}}     |"
            + " page.after",
        "POST  | jobs/search                      | {'sort':[{'order':'ASC'}]}              |"
            + " sort.field",
        "POST  | jobs/search                      | {'sort':[{'field':'type','order':'UP'}]} |"
            + " sort.order",
        "POST  | user-tasks/search                | {'filter':{'localVariables':[{'name':'n'}]}} |"
            + " localVariables",
        "POST  | process-instances/search         | {'filter':{'variables':[{'value':'1'}]}} |"
            + " variables",
        "POST  | process-instances/search         | {'filter':{'businessKey':'b'}}          |"
            + " businessKey",
      })
  void thatAreMissingOrOutOfBoundsAreRefusedByTheirName(
      String method, String path, String json, String field) {
    fixture.engine.reset();
    HttpResponse<String> answer = send(method, path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "jobs/activation          |"
            + " {'type':'t','timeout':1,'maxJobsToActivate':1,'requestTimeout':-1,'tenantFilter':'PROVIDED','withLease':null}",
        "jobs/activation          |"
            + " {'type':'t','timeout':'60000','maxJobsToActivate':1,'requestTimeout':'-1'}",
        "process-definitions/search | {'filter':{'version':'1'},'page':{'limit':'1'}}",
        "user-tasks/search        | {'filter':{'tags':[],'businessId':{}}}",
        "process-instances/search | {'filter':{'businessId':{'$eq':'b'},'batchOperationKey':'1'}}",
        "decision-definitions/search |"
            + " {'filter':{'isLatestVersion':true,'decisionRequirementsName':'r','decisionRequirementsVersion':1}}",
        "decision-instances/search |"
            + " {'filter':{'rootDecisionDefinitionKey':{'$in':['1']},'decisionRequirementsKey':'1','state':{'$neq':'FAILED'}}}",
        "incidents/search         |"
            + " {'filter':{'errorType':{'$neq':'IO_MAPPING_ERROR'},'state':{'$in':['ACTIVE']}}}",
        "message-subscriptions/search | {'filter':{'processDefinitionKey':{'$neq':'1'}}}",
        "jobs/search              | {'filter':{'creationTime':{'$gt':'2026-01-01T00:00:00Z'}}}",
      })
  void ofOtherClientsAreTaken(String path, String json) {
    fixture.engine.reset();
    fixture.engine.answer(ActivateJobs.class, request -> new JobsActivated(List.of(), Row.NONE));
    HttpResponse<String> answer = send("POST", path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"'businessId':null", "'later':[]", "'later':{'deep':[]}"})
  void thatSayNothingArePassedOver(String field) {
    fixture.engine.reset();
    fixture.engine.reject(CreateInstance.class, Rejection.notFound("no such process"));
    HttpResponse<String> answer =
        send("POST", "process-instances", "{'processDefinitionId':'p'," + field + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
  }
}
