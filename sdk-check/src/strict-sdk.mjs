import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * An SDK in its strict mode. What its schemas refuse is noted and the walk goes on with the answer
 * as it came, so that one walk finds all that is wrong. What they refuse of a request isn't sent.
 */

/** The answer to the call under way, as it came. */
const answer = new AsyncLocalStorage();

const QUIET = { CAMUNDA_SDK_LOG_LEVEL: 'silent', CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: '1' };

/** What the SDK wants for searches and gets: how long to wait for what isn't there yet. */
const AT_ONCE = { consistency: { waitUpToMs: 0 } };

export class StrictSdk {
  #client;

  /** What the SDK's schemas refused: one line a member of an answer. */
  findings = new Set();

  /** Operations that answered well, such as 'GET /v2/topology', with the path's keys in it. */
  answered = new Set();

  constructor(createCamundaClient, address) {
    this.#client = createCamundaClient({
      config: {
        ...QUIET,
        CAMUNDA_REST_ADDRESS: address,
        CAMUNDA_AUTH_STRATEGY: 'NONE',
        CAMUNDA_SDK_VALIDATION: 'strict',
      },
      fetch: (input, init) => this.#fetch(input, init),
    });
  }

  async #fetch(input, init) {
    const request = new Request(input, init);
    const response = await fetch(request);
    const call = answer.getStore();
    if (call) {
      call.text = await response.clone().text();
    }
    if (response.ok) {
      this.answered.add(`${request.method} ${new URL(request.url).pathname}`);
    }
    return response;
  }

  /** Whether this version of the SDK has the operation. */
  has(operation) {
    return typeof this.#client[operation] === 'function';
  }

  /** A worker of the SDK's own; its calls are as strict. */
  worker(settings) {
    return this.#client.createJobWorker(settings);
  }

  /**
   * What an operation answers.
   *
   * @param input all that the operation takes, path and body together; undefined where it takes nothing
   */
  call(operation, input) {
    return answer.run({ text: '' }, () => this.#call(operation, input));
  }

  async #call(operation, input) {
    const takes = input === undefined ? [] : [input];
    const waits = /^(search|get)/.test(operation) ? [AT_ONCE] : [];
    try {
      return await this.#client[operation](...takes, ...waits);
    } catch (failure) {
      const { text } = answer.getStore();
      if (!Array.isArray(failure.issues)) {
        throw new Error(`${operation} failed: ${failure.message} ${text}`, { cause: failure });
      }
      this.#note(operation, failure.issues);
      return text && JSON.parse(text);
    }
  }

  /** Whatever the position in a list, it is one finding. */
  #note(operation, issues) {
    for (const issue of issues) {
      this.findings.add(`${operation}: ${issue.replace(/\.\d+(?=\.)/g, '[]')}`);
    }
  }
}
