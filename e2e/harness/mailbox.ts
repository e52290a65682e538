//! The world's mailbox: a real SMTP server and the mails it has caught.

import { readdir, readFile, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { parseMessage, type Message } from "./message.ts";
import { Program } from "./process.ts";

export interface SmtpOptions {
  /** "starttls" refuses everything else before it. */
  security?: "none" | "starttls" | "tls";
  /** user:password */
  auth?: string;
}

const here = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url));
export const python = here(".venv/bin/python");

export class Mailbox {
  private readonly read = new Set<string>();
  private readonly answers: Record<string, string> = {};

  private constructor(
    private readonly folder: string,
    private readonly server: Program,
    readonly port: number,
    private readonly options: SmtpOptions,
  ) {}

  static async open(folder: string, options: SmtpOptions = {}): Promise<Mailbox> {
    await mkdir(folder, { recursive: true });
    const security = options.security && options.security !== "none" ? [`--${options.security}`] : [];
    const auth = options.auth ? ["--auth", options.auth] : [];
    const server = Program.start(python, [here("smtp.py"), folder, ...security, ...auth]);
    const port = await server.until(() => server.output.match(/ready (\d+)/)?.[1]);
    return new Mailbox(folder, server, Number(port), options);
  }

  /** What stands in the configuration of platsd. */
  get url(): string {
    const { security = "none", auth } = this.options;
    const scheme = security === "tls" ? "smtps" : "smtp";
    const user = auth ? `${auth.split(":").map(encodeURIComponent).join(":")}@` : "";
    return `${scheme}://${user}127.0.0.1:${this.port}${security === "starttls" ? "?tls=required" : ""}`;
  }

  /** What platsd must find in its environment to trust the server. */
  get env(): NodeJS.ProcessEnv {
    const secure = this.options.security && this.options.security !== "none";
    return secure ? { SSL_CERT_FILE: join(this.folder, "ca.pem") } : {};
  }

  /** From now on this address ("*": all others) is answered so: "451 ...", "550 ...", "drop"; nothing ends it. */
  async answer(address: string, reply?: string): Promise<void> {
    if (reply) this.answers[address.toLowerCase()] = reply;
    else delete this.answers[address.toLowerCase()];
    const unfinished = join(this.folder, "answers.part");
    await writeFile(unfinished, JSON.stringify(this.answers));
    await rename(unfinished, join(this.folder, "answers.json"));
  }

  /** Every mail to the address so far, in the order in which they came. */
  async mailsFor(address: string): Promise<Message[]> {
    const mails = await this.caught();
    return mails.map(([, mail]) => mail).filter((mail) => isFor(mail, address));
  }

  /** Waits for a mail that was not asked for before. */
  async mailFor(address: string, subject: RegExp, seconds = 20): Promise<Message> {
    for (let left = seconds * 10; left > 0; left--) {
      for (const [file, mail] of await this.caught()) {
        if (this.read.has(file) || !isFor(mail, address) || !subject.test(mail.subject)) continue;
        this.read.add(file);
        return mail;
      }
      await pause(100);
    }
    const others = (await this.caught()).map(([, mail]) => `  ${mail.to.join(", ")}: ${mail.subject}`);
    throw new Error(`no mail ${subject} came to ${address}; there are:\n${others.join("\n") || "  none"}`);
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  private async caught(): Promise<[string, Message][]> {
    const files = (await readdir(this.folder)).filter((file) => file.endsWith(".eml")).sort();
    return Promise.all(files.map(async (file) => [file, parseMessage(await readFile(join(this.folder, file)))] as const))
      .then((mails) => mails.map(([file, mail]) => [file, mail]));
  }
}

/** Whatever the case of its letters: whoever has an address has it in all of them. */
const isFor = (mail: Message, address: string) => mail.to.some((to) => to.toLowerCase() === address.toLowerCase());
