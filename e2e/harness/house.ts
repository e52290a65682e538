//! platsd, started as an operator starts it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshDatabase, type Database } from "./database.ts";
import { Mailbox, type SmtpOptions } from "./mailbox.ts";
import { answers, freePort, Program } from "./process.ts";

const target = process.env.PLATS_TARGET ?? fileURLToPath(new URL("../../target/debug", import.meta.url));
export const platsd = join(target, "platsd");
export const plats = join(target, "plats");
export const ritbord = join(target, "ritbord");

export interface HouseOptions {
  smtp?: SmtpOptions;
  /** TOML that is added to the configuration, beginning with its own table. */
  settings?: string;
}

/** A server of its own: empty but for the operator, with its own database and its own mailbox. */
export class House {
  readonly operator = { email: "operator@nordkad.example", password: "spindle-back chair, 440 by 880 mm" };

  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly config: string,
    readonly mail: Mailbox,
    private readonly database: Database,
    private server?: Program,
  ) {}

  static async open(options: HouseOptions = {}): Promise<House> {
    const folder = await mkdtemp(join(tmpdir(), "plats-e2e-"));
    const mail = await Mailbox.open(join(folder, "mail"), options.smtp);
    const [port, database] = [await freePort(), await freshDatabase(folder)];
    const config = join(folder, "plats.toml");
    await writeFile(config, toml(port, database.url, folder, mail.url) + (options.settings ?? ""));
    const house = new House(`http://localhost:${port}`, folder, config, mail, database);

    const secret = join(folder, "password");
    await writeFile(secret, house.operator.password, { mode: 0o600 });
    await house.command("init", "--email", house.operator.email, "--password-file", secret);
    await house.start();
    return house;
  }

  /** Another command of platsd on the same configuration: backup, doctor, ... */
  command(name: string, ...args: string[]): Promise<string> {
    return Program.run(platsd, [name, "--config", this.config, ...args]);
  }

  async start(): Promise<void> {
    const server = Program.start(platsd, ["serve", "--config", this.config], this.mail.env);
    this.server = server;
    await server.until(() => answers(`${this.url}/sign-in`));
  }

  /** Only the server; the data stays. */
  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get log(): string {
    return this.server?.output ?? "";
  }

  async close(): Promise<void> {
    // All of it, even when the first refuses to end.
    const outcomes = await Promise.allSettled([this.stop(), this.mail.close()]);
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  }
}

function toml(port: number, database: string, folder: string, smtp: string): string {
  return `public_url = "http://localhost:${port}"
listen = "127.0.0.1:${port}"
database = "${database}"
data = "${folder}"

[vendor]
name = "Nordkad"

[mail]
from = "Nordkad <account@nordkad.example>"
smtp = "${smtp}"
`;
}
