//! Programs that a test starts and that end with it.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const alive = new Set<ChildProcess>();
// The runner may be interrupted before the fixtures are torn down.
process.once("exit", () => alive.forEach((child) => child.kill("SIGKILL")));

export class Program {
  output = "";
  /** Ended, and all that it said is in `output`. */
  private isClosed = false;
  private readonly closed: Promise<unknown>;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on("data", (text) => (this.output += text));
    child.stderr?.on("data", (text) => (this.output += text));
    child.once("exit", () => alive.delete(child));
    this.closed = new Promise((resolve) => {
      const done = () => resolve((this.isClosed = true));
      child.once("close", done);
      child.once("error", done);
    });
    child.once("error", (why) => (this.output += `${why}\n`));
    alive.add(child);
  }

  static start(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Program {
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    return new Program([file, ...args].join(" "), child);
  }

  /** Runs to the end and gives what it printed. */
  static async run(file: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const program = Program.start(file, args, env);
    program.child.stdin?.end();
    await program.ended();
    if (program.child.exitCode !== 0) throw new Error(`${program.name} failed:\n${program.output}`);
    return program.output;
  }

  get isRunning(): boolean {
    return this.child.pid !== undefined && !this.isClosed;
  }

  /** Asks until there is an answer; a program that has ended never gives one. */
  async until<T>(ready: () => Promise<T | undefined> | T | undefined, seconds = 30): Promise<T> {
    for (let left = seconds * 20; left > 0; left--) {
      // Asked before the answer is looked for: what it says last may come with its end.
      const wasRunning = this.isRunning;
      const answer = await ready();
      if (answer !== undefined) return answer;
      if (!wasRunning) break;
      await pause(50);
    }
    throw new Error(`${this.name} ${this.isRunning ? "is not ready" : "has ended"}:\n${this.output}`);
  }

  /** Waits until it has said this. */
  async says(text: string): Promise<void> {
    await this.until(() => this.output.includes(text) || undefined);
  }

  /** Writes lines into its standard input. */
  type(...lines: string[]): void {
    this.child.stdin?.write(lines.map((line) => `${line}\n`).join(""));
  }

  async stop(): Promise<void> {
    if (!this.isRunning) return;
    this.child.kill("SIGTERM");
    const inTime = await Promise.race([this.ended().then(() => true), pause(10_000, false, { ref: false })]);
    if (inTime) return;
    this.child.kill("SIGKILL");
    throw new Error(`${this.name} did not end when asked to:\n${this.output}`);
  }

  /** Waits for its end; gives its exit code. */
  async ended(): Promise<number | null> {
    await this.closed;
    return this.child.exitCode;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Whether somebody answers there, well or ill. */
export async function answers(url: string): Promise<true | undefined> {
  const response = await fetch(url, { redirect: "manual" }).catch(() => undefined);
  return response && response.status < 500 ? true : undefined;
}
