package city.whistle.workers.camunda;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.RecurringTask;
import city.whistle.workers.model.ModelEngine;
import city.whistle.workers.model.ModelFile;
import city.whistle.workers.model.ModelSet;
import city.whistle.workers.stuck.EngineView.EngineAway;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys all models, decisions and forms as one deployment, so that what was made together stays
 * together. Tries at once when the client is there; while the engine doesn't answer, tries again in
 * the background. A model that the engine refuses stops the start. Where the engine has lost them
 * later, by a purge or a restored database, it gets them again; and while it is away then, that is
 * said in the log once, for all who speak to it.
 */
@Component
@ConditionalOnCamundaClientEnabled
class ModelDeployment implements ModelEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final ModelSet set;
  private final boolean wanted;
  private volatile boolean done;
  private volatile CamundaClient connected;
  private RecurringTask rounds;
  private String refusal = "";

  ModelDeployment(ModelSet set, WhistleProperties properties) {
    this.set = set;
    this.wanted = properties.deploy();
  }

  boolean done() {
    return done;
  }

  @EventListener
  @Order(0)
  synchronized void deployTo(CamundaClientCreatedSpringEvent created) {
    connected = created.getClient();
    done = !wanted;
    set.tellOfUpdates();
    if (wanted) {
      deployFirst(created.getClient());
    }
    rounds = new RecurringTask("whistle-engine", this::round, INTERVAL);
    rounds.start();
  }

  private void deployFirst(CamundaClient client) {
    try {
      deployStanding(client);
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.INVALID) {
        throw e;
      }
      LOG.info("the engine doesn't take the models yet, tried again: {}", e.getMessage());
    }
  }

  @EventListener
  synchronized void stop(CamundaClientClosingSpringEvent closing) {
    done = false;
    connected = null;
    if (rounds != null) {
      rounds.breakOff();
      rounds = null;
    }
  }

  private void round() {
    CamundaClient client = connected;
    if (client == null) {
      return;
    }
    if (!done) {
      deployPatiently(client);
    } else if (hasLost(client)) {
      again();
    }
  }

  /** What is refused was changed since the start, and is refused until it is changed again. */
  private void deployPatiently(CamundaClient client) {
    try {
      deployStanding(client);
    } catch (ClientException e) {
      if (EngineRefusal.of(e) != EngineRefusal.INVALID) {
        throw e;
      }
      if (!refusal.equals(e.getMessage())) {
        refusal = e.getMessage();
        LOG.error("the engine refuses the models, and nothing can be started: {}", refusal);
      }
    }
  }

  private boolean hasLost(CamundaClient client) {
    return client
        .newProcessDefinitionSearchRequest()
        .page(page -> page.limit(1))
        .send()
        .join()
        .items()
        .isEmpty();
  }

  /**
   * Deploys what the engine has lost.
   *
   * @return false where that isn't this application's to do
   * @throws ClientException where the engine doesn't take it
   */
  boolean again() {
    CamundaClient client = connected;
    if (!wanted || client == null) {
      return false;
    }
    LOG.warn("the engine has lost the models (purged, or an older database): deployed again");
    deployStanding(client);
    return true;
  }

  private void deployStanding(CamundaClient client) {
    DeploymentEvent event = deploy(client, set.standing());
    LOG.info("deployed {} definitions", event.getProcesses().size());
    done = true;
  }

  private static DeploymentEvent deploy(CamundaClient client, List<ModelFile> files) {
    DeployResourceCommandStep1 command = client.newDeployResourceCommand();
    DeployResourceCommandStep2 filled = null;
    for (ModelFile file : files) {
      filled = (filled == null ? command : filled).addResourceBytes(file.content(), file.name());
    }
    return filled.send().join();
  }

  @Override
  public List<Deployed> deploy(List<ModelFile> files) {
    CamundaClient client = connected;
    if (client == null) {
      throw new EngineAway(new IllegalStateException("no client"));
    }
    try {
      return deployed(deploy(client, files));
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.INVALID) {
        throw new Refused(e.getMessage());
      }
      throw new EngineAway(e);
    }
  }

  private static List<Deployed> deployed(DeploymentEvent event) {
    return Stream.of(
            event.getProcesses().stream()
                .map(p -> new Deployed("process", p.getBpmnProcessId(), p.getVersion())),
            event.getDecisions().stream()
                .map(d -> new Deployed("decision", d.getDmnDecisionId(), d.getVersion())),
            event.getForm().stream().map(f -> new Deployed("form", f.getFormId(), f.getVersion())))
        .flatMap(all -> all)
        .toList();
  }
}
