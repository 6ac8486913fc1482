/**
 * node src/check.mjs VERSION ADDRESS < OPERATIONS
 *
 * VERSION is 8.8 or 8.9, ADDRESS the engine's REST address, OPERATIONS lines such as
 * 'GET /v2/topology': all that the engine serves. Says what is wrong, a line each, and ends with 1; with 0
 * where nothing is.
 */
import { text } from 'node:stream/consumers';
import { beyondContradictions } from './contradictions.mjs';
import { unwalked } from './operations.mjs';
import { StrictSdk } from './strict-sdk.mjs';
import { Walk } from './walk.mjs';

const [version, address] = process.argv.slice(2);
const { createCamundaClient } = await import(`sdk-${version}`);
const served = (await text(process.stdin)).split('\n').filter(Boolean);

const sdk = new StrictSdk(createCamundaClient, address);
const wrong = await new Walk(sdk).all().then(
  () => beyondContradictions(version, [...sdk.findings, ...unwalked(served, sdk)]),
  (failure) => [failure.message, ...sdk.findings],
);
wrong.forEach((line) => console.log(line));
process.exit(wrong.length ? 1 : 0);
