package city.whistle.workers.camunda;

import city.whistle.workers.WhistleProperties;
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
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys all models, decisions and forms as one deployment, so that what was made together stays
 * together. Tries at once when the client is there; while the engine doesn't answer, tries again in
 * the background. A model that the engine refuses stops the start.
 */
@Component
@ConditionalOnCamundaClientEnabled
class ModelDeployment implements ModelEngine {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final int RETRY_SECONDS = 1;

  private final ModelSet set;
  private final boolean wanted;
  private volatile boolean done;
  private volatile CamundaClient connected;
  private ScheduledExecutorService retries;

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
    if (done || deployed(created.getClient())) {
      return;
    }
    retries = Executors.newSingleThreadScheduledExecutor(ModelDeployment::daemon);
    retries.scheduleWithFixedDelay(
        () -> retry(created.getClient()), RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  @EventListener
  synchronized void stop(CamundaClientClosingSpringEvent closing) {
    done = false;
    connected = null;
    if (retries != null) {
      retries.shutdownNow();
      retries = null;
    }
  }

  private synchronized void retry(CamundaClient client) {
    try {
      if (retries != null && deployed(client)) {
        retries.shutdown();
      }
    } catch (RuntimeException e) {
      LOG.error("the engine refuses the models; nothing can be started until they are mended", e);
    }
  }

  /**
   * @throws ClientException where the engine refuses a model
   */
  private boolean deployed(CamundaClient client) {
    try {
      DeploymentEvent event = deploy(client, set.standing());
      LOG.info("deployed {} definitions", event.getProcesses().size());
      done = true;
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.INVALID) {
        throw e;
      }
      LOG.info("the engine doesn't take the models yet, tried again: {}", e.getMessage());
    }
    return done;
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

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "whistle-deployment");
    thread.setDaemon(true);
    return thread;
  }
}
