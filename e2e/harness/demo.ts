//! The demo: a vendor with customers, people, contracts and a year of use, for pictures and walks.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platsd } from "./house.ts";
import { answers, freePort, Program } from "./process.ts";

export class Demo {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly server: Program,
  ) {}

  static async open(): Promise<Demo> {
    const folder = await mkdtemp(join(tmpdir(), "plats-demo-"));
    const port = await freePort();
    const server = Program.start(platsd, ["demo", "--port", String(port), "--data", folder, "--fresh"]);
    const url = `http://localhost:${port}`;
    await server.until(() => answers(`${url}/sign-in`), 120);
    return new Demo(url, folder, server);
  }

  /** The address of the first whom it names in this role. */
  email(role: string): string {
    const found = this.server.output.match(new RegExp(`^ +${role} +(\\S+@\\S+)`, "m"))?.[1];
    if (!found) throw new Error(`the demo names nobody as ${role}:\n${this.server.output}`);
    return found;
  }

  /** The same for everybody. */
  get password(): string {
    return this.server.output.match(/^ +Password +(.+)$/m)?.[1]?.trim() ?? "";
  }

  async close(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
