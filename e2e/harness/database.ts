//! The database of one server: a file in its folder, or a database of its own in the test cluster.

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Program } from "./process.ts";

export interface Database {
  url: string;
  drop(): Promise<void>;
}

export async function freshDatabase(folder: string): Promise<Database> {
  if (process.env.PLATS_E2E_ENGINE !== "postgres") {
    return { url: `sqlite:${join(folder, "plats.db")}`, drop: async () => {} };
  }
  const cluster = process.env.PLATS_TEST_POSTGRES;
  if (!cluster) throw new Error("there is no PostgreSQL cluster: use `cargo xtask e2e --engine postgres`");
  const name = `plats_e2e_${randomBytes(8).toString("hex")}`;
  const sql = (text: string) => Program.run("psql", [cluster, "--quiet", "--set=ON_ERROR_STOP=1", "--command", text]);
  await sql(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
  const url = new URL(cluster);
  url.pathname = name;
  return { url: url.href, drop: async () => void (await sql(`DROP DATABASE ${name} WITH (FORCE)`)) };
}
