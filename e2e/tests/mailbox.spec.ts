//! The mailbox that the other tests rely on, tried with the standard library's mail client.

import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { Mailbox, Program, python } from "../harness.ts";

const SEND = `
import os, smtplib, ssl, sys
from email.message import EmailMessage
mail = EmailMessage()
mail["From"], mail["To"] = "Nordkad <account@nordkad.example>", "Åsa Öberg <asa@acme.example>"
mail["Subject"] = "Välkommen till Nordkad, Åsa! Ditt konto är klart, och länken gäller i ett dygn"
mail.set_content("Hej Åsa!\\n\\nhttp://localhost:8080/welcome/7Qm2x?a=b&long=" + "x" * 90 + "\\n\\nEj du? http://localhost/no")
mail.add_alternative("<p>Hej <a href='http://localhost/'>Åsa</a></p>", subtype="html")
trust = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE"))
port, security, auth = int(sys.argv[1]), sys.argv[2], sys.argv[3]
client = smtplib.SMTP_SSL("127.0.0.1", port, context=trust) if security == "tls" else smtplib.SMTP("127.0.0.1", port)
if security == "starttls": client.starttls(context=trust)
if auth: client.login(*auth.split(":"))
client.send_message(mail)
`;

const send = (mail: Mailbox, security = "none", auth = "") =>
  Program.run(python, ["-c", SEND, String(mail.port), security, auth], mail.env);

test("a mail is decoded and its main link found", async ({}, info) => {
  const mail = await Mailbox.open(info.outputPath("mail"));
  await send(mail);
  const message = await mail.mailFor("asa@acme.example", /^Välkommen .* Åsa! .* i ett dygn$/);
  expect(message.text).toContain("Hej Åsa!\n");
  expect(message.html).toContain("<p>Hej ");
  expect(message.link).toBe(`http://localhost:8080/welcome/7Qm2x?a=b&long=${"x".repeat(90)}`);
  await expect(mail.mailFor("asa@acme.example", /./, 0.3)).rejects.toThrow("no mail");
  await mail.close();
});

test("a server that refuses, defers and breaks off", async ({}, info) => {
  const mail = await Mailbox.open(info.outputPath("mail"));
  for (const [reply, error] of [
    ["451 4.2.0 come back later", "451"],
    ["550 5.1.1 no such person", "550"],
    ["drop", "SMTPServerDisconnected"],
  ] as const) {
    await mail.answer("asa@acme.example", reply);
    await expect(send(mail)).rejects.toThrow(error);
  }
  expect(await mail.mailsFor("asa@acme.example")).toEqual([]);
  await mail.answer("asa@acme.example");
  await send(mail);
  expect(await mail.mailsFor("asa@acme.example")).toHaveLength(1);
  await mail.close();
});

for (const security of ["starttls", "tls"] as const) {
  test(`${security} with a password`, async ({}, info) => {
    const mail = await Mailbox.open(info.outputPath("mail"), { security, auth: "plats:secret" });
    await expect(send(mail, security, "plats:wrong")).rejects.toThrow("535");
    await expect(send(mail, security)).rejects.toThrow("530");
    await send(mail, security, "plats:secret");
    expect(await mail.mailsFor("asa@acme.example")).toHaveLength(1);
    const authority = await readFile(mail.env.SSL_CERT_FILE ?? "", "utf8");
    expect(authority).toContain("BEGIN CERTIFICATE");
    await mail.close();
  });
}
