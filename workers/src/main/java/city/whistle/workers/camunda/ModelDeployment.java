package city.whistle.workers.camunda;

import city.whistle.workers.WhistleProperties;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.spring.configuration.condition.ConditionalOnCamundaClientEnabled;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import io.camunda.client.spring.event.CamundaClientCreatedSpringEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
class ModelDeployment {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final int RETRY_SECONDS = 1;

  private final ModelFiles files;
  private final boolean wanted;
  private volatile boolean done;
  private ScheduledExecutorService retries;

  ModelDeployment(ModelFiles files, WhistleProperties properties) {
    this.files = files;
    this.wanted = properties.deploy();
  }

  boolean done() {
    return done;
  }

  @EventListener
  @Order(0)
  synchronized void deployTo(CamundaClientCreatedSpringEvent created) {
    done = !wanted;
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
      int definitions = deploy(client);
      LOG.info("deployed {} definitions", definitions);
      done = true;
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.INVALID) {
        throw e;
      }
      LOG.info("the engine doesn't take the models yet, tried again: {}", e.getMessage());
    }
    return done;
  }

  private int deploy(CamundaClient client) {
    DeployResourceCommandStep1 command = client.newDeployResourceCommand();
    DeployResourceCommandStep2 filled = null;
    for (ModelFiles.ModelFile file : files.all()) {
      filled = (filled == null ? command : filled).addResourceBytes(file.content(), file.name());
    }
    return filled == null ? 0 : filled.send().join().getProcesses().size();
  }

  private static Thread daemon(Runnable run) {
    Thread thread = new Thread(run, "whistle-deployment");
    thread.setDaemon(true);
    return thread;
  }
}
