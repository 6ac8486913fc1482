package city.whistle.workers.camunda;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.outbox.EngineCall;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.EngineCall.LookAtTasks;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.RetryProcess;
import city.whistle.workers.outbox.EngineCall.SetVariables;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.EngineCalls;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.CreateProcessInstanceCommandStep1.CreateProcessInstanceCommandStep3;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import org.springframework.stereotype.Component;

/** Makes the registry's calls through Camunda's client. */
@Component
@ConditionalOnCamundaClientEnabled
class CamundaEngineCalls implements EngineCalls {

  private static final int RETRIES = 3;

  private final CamundaClient client;
  private final ModelDeployment deployment;
  private final CityTime time;

  CamundaEngineCalls(CamundaClient client, ModelDeployment deployment, CityTime time) {
    this.client = client;
    this.deployment = deployment;
    this.time = time;
  }

  @Override
  public boolean ready() {
    return deployment.done();
  }

  @Override
  public void make(String id, EngineCall call) {
    if (call instanceof StartProcess start) {
      start(start);
    } else if (call instanceof PublishMessage message) {
      publish(id, message);
    } else if (call instanceof CancelProcess cancel) {
      cancel(cancel);
    } else if (call instanceof RetryProcess retry) {
      retry(retry);
    } else if (call instanceof SetVariables set) {
      set(set);
    } else if (call instanceof LookAtTasks look) {
      look(look);
    }
  }

  private void look(LookAtTasks call) {
    client
        .newUserTaskSearchRequest()
        .filter(
            task -> task.processInstanceKey(call.processInstanceKey()).state(UserTaskState.CREATED))
        .send()
        .join()
        .items()
        .forEach(this::look);
  }

  private void look(UserTask task) {
    try {
      client
          .newUpdateUserTaskCommand(task.getUserTaskKey())
          .followUpDate(time.now().toString())
          .send()
          .join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.PASSING) {
        throw e;
      }
      // it is over, or somebody completes it this moment
    }
  }

  private void start(StartProcess call) {
    try {
      create(call);
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.GONE || !deployment.again()) {
        throw e;
      }
      create(call);
    }
  }

  private void create(StartProcess call) {
    CreateProcessInstanceCommandStep3 command =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(call.processId())
            .latestVersion()
            .variables(call.variables())
            .tags(call.tags());
    (call.before() == null ? command : command.startBeforeElement(call.before())).send().join();
  }

  private void set(SetVariables call) {
    try {
      client
          .newSetVariablesCommand(call.processInstanceKey())
          .variables(call.variables())
          .local(true)
          .send()
          .join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.GONE) {
        throw e;
      }
      // it has ended by itself
    }
  }

  private void cancel(CancelProcess call) {
    try {
      client.newCancelInstanceCommand(call.processInstanceKey()).send().join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.GONE) {
        throw e;
      }
      // it has ended by itself
    }
  }

  private void retry(RetryProcess call) {
    client
        .newIncidentSearchRequest()
        .filter(f -> f.processInstanceKey(call.processInstanceKey()).state(IncidentState.ACTIVE))
        .send()
        .join()
        .items()
        .forEach(this::retry);
  }

  private void retry(Incident incident) {
    try {
      if (incident.getJobKey() != null) {
        client.newUpdateRetriesCommand(incident.getJobKey()).retries(RETRIES).send().join();
      }
      client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.GONE) {
        throw e;
      }
      // somebody else resolved it
    }
  }

  private void publish(String id, PublishMessage call) {
    try {
      client
          .newPublishMessageCommand()
          .messageName(call.name())
          .correlationKey(call.correlationKey())
          .messageId(id)
          .timeToLive(call.timeToLive())
          .variables(call.variables())
          .send()
          .join();
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.THERE_ALREADY) {
        throw e;
      }
      // the engine has this message already: an earlier answer was lost
    }
  }
}
