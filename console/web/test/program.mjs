// The program as it is packaged, on ports and data of its own, for as long as tests need it.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const JAR = join(dirname(fileURLToPath(import.meta.url)), "../../../app/target/run/whistle.jar");
const PORTS = ["api", "rest", "grpc", "management"].flatMap((name) => [`--${name}-port`, "0"]);
const READY_WITHIN = 600_000;

export async function startProgram(...command) {
  const data = mkdtempSync(join(tmpdir(), "whistle-pages-"));
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
  const program = process.env.WHISTLE_CLASSPATH ? ["-cp", process.env.WHISTLE_CLASSPATH, "city.whistle.app.Main"] : ["-jar", JAR];
  const line = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", ...program, ...command, "--data", data, ...PORTS];
  const child = spawn(java, line, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await until(() => said.includes("Ctrl-C") || child.exitCode !== null);
  if (child.exitCode !== null) {
    throw new Error(`the program ended: ${said}`);
  }
  const key = join(data, "keys/hotline.key");
  const addresses = JSON.parse(readFileSync(join(data, "addresses.json"), "utf8"));
  return {
    ...addresses,
    apiKey: existsSync(key) ? readFileSync(key, "utf8").trim() : undefined,
    said,
    // What the demonstration said of its staff.
    passwordOf: (id) => said.match(new RegExp(`^  ${id} +(\\S+) `, "m"))[1],
    async stop() {
      child.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function until(condition) {
  const end = Date.now() + READY_WITHIN;
  while (!condition()) {
    if (Date.now() > end) {
      throw new Error("the program doesn't get ready");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
