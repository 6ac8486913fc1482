import { readFile } from 'node:fs/promises';

const MODELS = new URL('../models/', import.meta.url);
const FILES = ['full.bpmn', 'bare.bpmn', 'rules.dmn', 'ask.form'];
const ORDER = 'o-1';
const MINUTE = 60_000;
const PATIENCE = 30_000;

/** Searches that find something as soon as the walk is through, and how one of their rows is got by itself. */
const SEARCHES = {
  searchProcessDefinitions: ['getProcessDefinition', 'processDefinitionKey'],
  searchProcessInstances: ['getProcessInstance', 'processInstanceKey'],
  searchElementInstances: ['getElementInstance', 'elementInstanceKey'],
  searchVariables: ['getVariable', 'variableKey'],
  searchJobs: undefined,
  searchUserTasks: ['getUserTask', 'userTaskKey'],
  searchIncidents: ['getIncident', 'incidentKey'],
  searchMessageSubscriptions: undefined,
  searchCorrelatedMessageSubscriptions: undefined,
  searchDecisionDefinitions: ['getDecisionDefinition', 'decisionDefinitionKey'],
  searchDecisionRequirements: ['getDecisionRequirements', 'decisionRequirementsKey'],
  searchDecisionInstances: ['getDecisionInstance', 'decisionEvaluationInstanceKey'],
};

/**
 * Uses the engine as somebody who has everything and as somebody who has the least would, so that each
 * member of an answer is there once and missing once, and looks at all that can be seen on the way.
 */
export class Walk {
  #sdk;

  constructor(sdk) {
    this.#sdk = sdk;
  }

  async all() {
    await this.#cluster();
    await this.#deploy();
    await this.#stop();
    await this.#runFull();
    await this.#runBare();
    await this.#decide();
    await this.#work();
    await this.#lookAtAll();
    await this.#pages();
    await this.#clock();
  }

  #call(operation, input) {
    return this.#sdk.call(operation, input);
  }

  async #cluster() {
    for (const operation of ['getTopology', 'getStatus', 'getLicense', 'getAuthentication']) {
      await this.#call(operation);
    }
  }

  async #deploy() {
    const resources = await Promise.all(
      FILES.map(async (name) => new File([await readFile(new URL(name, MODELS))], name)),
    );
    const { deployments } = await this.#call('createDeployment', { resources });
    const form = deployments.find((deployed) => deployed.form).form;
    await this.#call('getResource', { resourceKey: form.formKey });
    await this.#call('getResourceContent', { resourceKey: form.formKey });
  }

  #start(processDefinitionId, variables, more) {
    return this.#call('createProcessInstance', { processDefinitionId, variables, ...more });
  }

  /** Locks the jobs of a type, of which there must be some. */
  async #jobs(type, more) {
    const { jobs } = await this.#call('activateJobs', {
      type,
      timeout: MINUTE,
      maxJobsToActivate: 10,
      requestTimeout: 10_000,
      worker: 'walker',
      ...more,
    });
    return some(jobs, `jobs of type ${type}`);
  }

  async #task(processInstanceKey) {
    const { items } = await this.#call('searchUserTasks', { filter: { processInstanceKey } });
    return some(items, 'user tasks')[0].userTaskKey;
  }

  /** All that can go wrong at once: a condition, a job, a decision. */
  async #stop() {
    const { processInstanceKey } = await this.#start('stuck', { open: null, number: 1 });
    const [job] = await this.#jobs('fails');
    const { jobKey } = job;
    await this.#call('failJob', { jobKey, retries: 0, errorMessage: 'it broke' });
    await this.#lookAtAll({ sofar: true });
    const { items } = await this.#call('searchProcessInstanceIncidents', { processInstanceKey });
    await this.#call('createElementInstanceVariables', {
      elementInstanceKey: processInstanceKey,
      variables: { open: true },
    });
    const stopped = some(items, 'incidents').find((incident) => incident.errorType === 'CONDITION_ERROR');
    await this.#call('resolveIncident', { incidentKey: stopped.incidentKey });
    await this.#call('updateJob', { jobKey, changeset: { retries: 2 } });
    await this.#call('modifyProcessInstance', { processInstanceKey, activateInstructions: [{ elementId: 'fails' }] });
    await this.#migrate(processInstanceKey);
    await this.#call('cancelProcessInstance', { processInstanceKey });
  }

  /** To the version that it has: every element that is under way becomes itself. */
  async #migrate(processInstanceKey) {
    const filter = { processInstanceKey, state: 'ACTIVE' };
    const { items } = await this.#call('searchElementInstances', { filter });
    const ids = new Set(some(items, 'active elements').flatMap((one) => (one.type === 'PROCESS' ? [] : one.elementId)));
    await this.#call('migrateProcessInstance', {
      processInstanceKey,
      targetProcessDefinitionKey: items[0].processDefinitionKey,
      mappingInstructions: [...ids].map((id) => ({ sourceElementId: id, targetElementId: id })),
    });
  }

  async #runFull() {
    const { processInstanceKey } = await this.#start('full', { order: ORDER, number: 3 }, { tags: ['urgent'] });
    await this.#complete('begins');
    await this.#complete('work', { answer: 42, nothing: null });
    await this.#doTask(await this.#task(processInstanceKey));
    await this.#call('publishMessage', { name: 'paid', correlationKey: ORDER, timeToLive: MINUTE, variables: {} });
    await this.#call('correlateMessage', { name: 'sent', correlationKey: ORDER, variables: { sent: true } });
    await this.#call('broadcastSignal', { signalName: 'opened', variables: {} });
    await this.#call('getProcessInstanceStatistics', { processInstanceKey });
    await this.#call('getProcessInstanceSequenceFlows', { processInstanceKey });
    await this.#definition(processInstanceKey);
  }

  async #complete(type, variables) {
    const [{ jobKey }] = await this.#jobs(type);
    await this.#call('completeJob', { jobKey, variables });
  }

  async #doTask(userTaskKey) {
    await this.#call('assignUserTask', { userTaskKey, assignee: 'ann' });
    await this.#call('unassignUserTask', { userTaskKey });
    await this.#call('updateUserTask', { userTaskKey, changeset: { priority: 20 } });
    await this.#call('getUserTaskForm', { userTaskKey });
    await this.#call('searchUserTaskVariables', { userTaskKey });
    if (this.#sdk.has('searchUserTaskEffectiveVariables')) {
      await this.#call('searchUserTaskEffectiveVariables', { userTaskKey });
    }
    await this.#lookAtAll({ sofar: true });
    const completion = this.#call('completeUserTask', { userTaskKey, variables: { answered: true } });
    const [{ jobKey }] = await this.#jobs('checks');
    const corrections = { assignee: 'bob', priority: 30 };
    await this.#call('completeJob', { jobKey, result: { type: 'userTask', denied: false, corrections } });
    await completion;
  }

  async #definition(processInstanceKey) {
    const { processDefinitionKey } = await this.#call('getProcessInstance', { processInstanceKey });
    await this.#call('getProcessDefinitionXml', { processDefinitionKey });
    await this.#call('getStartProcessForm', { processDefinitionKey });
    const { items } = await this.#call('getProcessDefinitionStatistics', { processDefinitionKey });
    some(items, 'counts of elements');
  }

  /** Started by a call, by a message and by a process, without names, variables or anybody's name. */
  async #runBare() {
    await this.#start('short', { nothing: null }, { awaitCompletion: true, requestTimeout: MINUTE, operationReference: 1 });
    await this.#start('caller', { order: ORDER });
    await this.#call('publishMessage', { name: 'begun', correlationKey: '', timeToLive: 0 });
    await this.#call('publishMessage', { name: 'called', correlationKey: ORDER, messageId: 'once', timeToLive: 0 });
    const [called, started] = await this.#jobs('bare', { fetchVariable: ['order'] });
    await this.#call('failJob', { jobKey: called.jobKey, retries: 5, retryBackOff: MINUTE });
    await this.#call('completeJob', { jobKey: started.jobKey });
    await this.#lookAtAll();
    const { processInstanceKey } = called;
    some(await this.#call('getProcessInstanceCallHierarchy', { processInstanceKey }), 'callers');
    await this.#call('completeUserTask', { userTaskKey: await this.#task(started.processInstanceKey) });
  }

  async #decide() {
    const variables = { number: 3 };
    await this.#call('evaluateDecision', { decisionDefinitionId: 'price', variables });
    await this.#call('evaluateDecision', { decisionDefinitionId: 'fails', variables });
    const { items } = await this.#call('searchDecisionDefinitions', {});
    const { decisionDefinitionKey, decisionRequirementsKey } = items[0];
    await this.#call('getDecisionDefinitionXml', { decisionDefinitionKey });
    await this.#call('getDecisionRequirementsXml', { decisionRequirementsKey });
  }

  /** The SDK's own worker, and an error that it throws. */
  async #work() {
    const { processInstanceKey } = await this.#start('full', { order: 'o-2', number: 30 });
    await this.#complete('begins');
    await this.#throwFromWorker();
    const { state } = await this.#call('getProcessInstance', { processInstanceKey });
    if (state !== 'COMPLETED') {
      throw new Error(`The worker's error did not end its instance, it is ${state}.`);
    }
  }

  #throwFromWorker() {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("The SDK's worker gets no job.")), PATIENCE);
      const worker = this.#sdk.worker({
        jobType: 'work',
        workerName: 'worker',
        jobTimeoutMs: MINUTE,
        pollTimeoutMs: MINUTE,
        maxParallelJobs: 1,
        jobHandler: (job) => {
          const thrown = job.error({ errorCode: 'broken', errorMessage: 'it broke' });
          thrown.then(resolve, reject).finally(() => [clearTimeout(late), worker.stop()]);
          return thrown;
        },
      });
    });
  }

  /** Searches everything and gets every row by itself; at the end there is something of everything. */
  async #lookAtAll({ sofar = false } = {}) {
    for (const [search, single] of Object.entries(SEARCHES)) {
      const { items } = await this.#call(search, { page: { limit: 200 } });
      if (!sofar) {
        some(items, search);
      }
      if (single) {
        const [get, key] = single;
        for (const row of items) {
          await this.#call(get, { [key]: row[key] });
        }
      }
    }
  }

  /** Cursors lead on and back. */
  async #pages() {
    const first = await this.#call('searchElementInstances', { page: { limit: 2 } });
    const after = first.page.endCursor;
    const second = await this.#call('searchElementInstances', { page: { limit: 2, after } });
    const before = second.page.startCursor;
    await this.#call('searchElementInstances', { page: { limit: 2, before } });
    await this.#call('searchElementInstances', { filter: { elementId: 'nowhere' } });
  }

  async #clock() {
    await this.#call('pinClock', { timestamp: Date.now() + MINUTE });
    await this.#call('resetClock');
  }
}

/** The same list, or a failure: about what isn't there no schema can say anything. */
function some(list, what) {
  if (!list?.length) {
    throw new Error(`The walk finds nothing where it should: ${what}.`);
  }
  return list;
}
