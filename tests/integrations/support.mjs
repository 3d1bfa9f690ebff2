import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { installPackage, openPage, openUrl } from "../package/support.mjs";

const here = import.meta.dirname;
const env = { ...process.env, CI: "1", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };

/** What the job of shared/ has to answer. */
export const answer = JSON.parse(readFileSync(join(here, "shared/answer.json"), "utf8"));

/** A file of one of the tools. */
export const tool = (path) => join(here, "node_modules", path);

/**
 * A fresh copy of the consumer `name` and of shared/, with the packed package installed. It lies below the tools, as a
 * project of a monorepo does.
 */
export function consumer(name) {
  const folder = join(here, "target", name);
  rmSync(folder, { recursive: true, force: true });
  for (const source of ["shared", name]) cpSync(join(here, source), folder, { recursive: true });
  installPackage(folder);
  return folder;
}

/** What a command prints; rejects with all of it when the command fails. */
export async function run(command, args, cwd) {
  try {
    return (await promisify(execFile)(command, args, { cwd, env, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

export const npmRun = (script, cwd) => run("npm", ["run", "--silent", script], cwd);

/** What the page says: `globalThis.answer` of main.mjs. */
export async function answerOfPage(folder) {
  return answerIn(await openPage(folder));
}

export async function answerAt(url) {
  return answerIn(await openUrl(url));
}

async function answerIn({ page, errors, close }) {
  try {
    await page.waitForFunction(() => globalThis.answer, undefined, { timeout: 20_000 });
    return JSON.parse(await page.evaluate(() => globalThis.answer));
  } catch (error) {
    throw new Error([error.message, ...errors].join("\n"));
  } finally {
    await close();
  }
}

/** Starts a server and waits for the line that `ready` finds; gives what it found, and `stop`. */
export async function serve(command, args, cwd, ready) {
  const server = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const stop = () => process.kill(-server.pid); // with the processes that it started
  const said = [];
  const failed = new Promise((_, reject) => {
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`${command} ${args.join(" ")} ended\n${said.join("\n")}`)));
  });
  const found = new Promise((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        said.push(line);
        const match = line.match(ready);
        if (match) resolve(match);
      });
    }
  });
  return { match: await Promise.race([found, failed]), said, stop };
}

/**
 * The program in the one package of `scope` that npm chose for this machine. The install scripts that would put it in place
 * are not run.
 */
export function binary(scope, path) {
  const candidates = readdirSync(tool(scope)).map((name) => tool(join(scope, name, path)));
  return candidates.find((file) => existsSync(file)) ?? assert.fail(`no ${path} in ${scope} of tests/integrations`);
}
