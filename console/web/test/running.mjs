// The packaged program and a browser for all of a `describe`, which end with it.
import { after, before } from "node:test";
import { openBrowser } from "./browser.mjs";
import { startProgram } from "./program.mjs";

// Starts both, by the program's arguments, and hands them over before the first test.
export function running(args, handOver) {
  let program;
  let browser;
  before(async () => {
    browser = await openBrowser(); // known before the program fails to start: left open, it would keep this process for ever
    program = await startProgram(...args);
    handOver(program, browser);
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
  });
}
