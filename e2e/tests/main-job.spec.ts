//! From order to licensed program: every step that a vendor, a contract manager and a user take, with real parts.

import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type House, type Page, Person, Program, ritbord, test } from "../harness.ts";

const installer = randomBytes(200_000);
const sha256 = createHash("sha256").update(installer).digest("hex");

test.setTimeout(180_000);

/** Fills a form in by the names of its fields, and sends it by its main button. */
async function send(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if (await field.evaluate((element) => element.tagName === "SELECT")) await field.selectOption(value);
    else await field.fill(value);
  }
  await page.getByRole("button", { name: button, exact: true }).click();
}

/** The vendor's part, by page: a product with a statement, a release with a file, an offering, a program, an API key. */
async function sell(operator: Person): Promise<{ key: string; root: string }> {
  const { page } = operator;
  await operator.signIn();
  await page.goto("/vendor/products/new");
  await send(page, { name: "Ritbord", slug: "ritbord", description: "A drawing table." }, "Create product");
  await page.goto("/vendor/products/ritbord/privacy");
  const statement = { en: "Ritbord sends the name of this device.", sv: "Ritbord skickar enhetens namn." };
  await send(page, { version: "2026-11", ...statement }, "Publish");

  await page.goto("/vendor/products/ritbord/releases/new");
  await send(page, { version: "2027.1", notes: "Circles." }, "Create release");
  await expect(page).toHaveURL(/\/releases\/2027\.1$/);
  const file = { name: "ritbord-2027.1.tar.gz", mimeType: "application/gzip", buffer: installer };
  await page.locator('input[name="file"]').setInputFiles(file);
  await send(page, { platform: "linux-x64", language: "en" }, "Upload");
  await expect(page.getByTitle(sha256)).toBeVisible();

  await page.goto("/vendor/offerings/new?product=ritbord");
  await send(page, { name: "Ritbord, named user", sku: "RITBORD-NAMED", max_devices: "1" }, "Create offering");
  await page.goto("/vendor/programs/new");
  const program = { name: "Ritbord", client_id: "ritbord", product: "ritbord", redirect_uris: "http://127.0.0.1/callback" };
  await page.locator('input[name="kind"][value="public"]').check();
  await send(page, program, "Register");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ritbord");

  await page.goto("/vendor/licensing");
  const root = await page.locator("main .mono").first().innerText();
  await page.goto("/vendor/api-keys");
  await send(page, { name: "Order desk" }, "Make the key");
  const key = await page.locator("main code").innerText();
  return { key, root };
}

const order = (number: string, quantity = 2) => ({
  number,
  customer: { number: "556712-0487", name: "Byggkonsult Öresund AB" },
  contract_manager: {
    first_name: "Elin",
    last_name: "Asp",
    email: "Elin.Asp@byggkonsult.example",
    language: "en",
    time_zone: "Europe/Stockholm",
  },
  lines: [{ sku: "RITBORD-NAMED", quantity, term_months: 12 }],
});

async function place(house: House, key: string, body: object, query = ""): Promise<{ status: number; answer: any }> {
  const response = await fetch(`${house.url}/api/v1/orders${query}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

/** By the page for it, as an admin of the team. */
async function invite(admin: Person, team: string, first: string, last: string, email: string): Promise<void> {
  await admin.page.goto(`${team}/users/invite`);
  await send(admin.page, { first, last, email, language: "en" }, "Send invite");
  await expect(admin.page.getByRole("status").or(admin.page.getByRole("alert"))).toContainText("is invited");
}

const seats = (page: Page, count: string) => expect(page.getByText(count).first()).toBeVisible();

/** Ritbord on a machine of somebody's own. */
class Machine {
  private started = 0;
  constructor(
    private readonly house: House,
    private readonly root: string,
    readonly name: string,
  ) {}

  start(...more: string[]): Program {
    const args = ["--server", this.house.url, "--root-key", this.root, "--store", join(this.house.folder, this.name)];
    this.started += 1;
    return Program.start(ritbord, [...args, "--language", "en", ...more], { RITBORD_DEVICE_ID: `device-${this.name}` });
  }
}

/** The program prints where to sign in; its person goes there and allows it. */
async function allow(person: Person, program: Program): Promise<void> {
  const asked = /^(?<address>http\S+\/oauth\/authorize\S+)$|Open (?<page>\S+) on any device and enter the code (?<code>\S+)/m;
  const { address, page = "", code = "" } = await program.until(() => asked.exec(program.output)?.groups);
  await person.page.goto(address ?? page);
  if (!address) await send(person.page, { user_code: code }, "Go on");
  await person.page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(person.page.getByText(/Go back to the program|The device is signed in/).first()).toBeVisible();
}

test("an order goes in, and a person starts the program, signs in and works", async ({ house, browser }) => {
  const arrive = (email: string) => Person.arrive(browser, house, email, `${email.split("@")[0]} keeps 3 pencils, sharp`);
  const operator = await Person.arrive(browser, house, house.operator.email, house.operator.password);
  const { key, root } = await test.step("the operator describes what is sold", () => sell(operator));

  const contract: string = await test.step("an order is tried dry, placed, repeated and refused", async () => {
    const dry = await place(house, key, order("PO-1"), "?dry_run=true");
    expect([dry.status, dry.answer.landing.kind, dry.answer.creates_person]).toEqual([200, "new_team", true]);
    const first = await place(house, key, order("PO-1"));
    expect(first.status).toBe(201);
    const again = await place(house, key, order("PO-1"));
    expect([again.status, again.answer]).toEqual([200, first.answer]);
    const other = await place(house, key, order("PO-1", 3));
    expect(other.status).toBe(409);
    await operator.page.goto("/orders");
    await expect(operator.page.getByRole("link", { name: "PO-1" })).toBeVisible();
    return first.answer.contract.number;
  });

  const elin = await arrive("elin.asp@byggkonsult.example");
  await test.step("the contract manager comes in by the welcome mail", async () => {
    const confirmation = await elin.mail(/PO-1/);
    expect(confirmation.text).toContain("Ritbord");
    const welcome = await elin.mail(/choose your password/);
    expect(welcome.link.startsWith(`${house.url}/welcome/`)).toBe(true);
    // A scanner that follows links uses nothing up.
    for (let look = 0; look < 2; look++) expect((await elin.page.request.get(welcome.link)).status()).toBe(200);
    await elin.comeInBy(welcome.link);
    expect((await elin.page.request.get(welcome.link)).status()).toBe(410);
    await elin.page.goto("/manage/contracts");
    await expect(elin.page.getByRole("link", { name: contract })).toBeVisible();
  });

  await elin.page.goto("/manage");
  const team = new URL(elin.page.url()).pathname.replace(/\/users.*$/, "");
  expect(team).toMatch(/^\/manage\/teams\/team_/);

  const ada = await arrive("ada.berg@byggkonsult.example");
  const bo = await arrive("bo.ek@byggkonsult.example");
  const cia = await arrive("cia.dahl@byggkonsult.example");
  await test.step("people come in by invitation, a new one and one who has an account", async () => {
    await bo.page.goto("/register");
    await send(bo.page, { first: "Bo", last: "Ek", email: bo.email }, "Send me a link");
    await bo.comeInBy((await bo.mail(/Choose your password/)).link);

    await invite(elin, team, "Ada", "Berg", ada.email);
    await invite(elin, team, "Bo", "Ek", bo.email.toUpperCase());
    await invite(elin, team, "Cia", "Dahl", cia.email);
    await ada.comeInBy((await ada.mail(/invites you/)).link);
    const joined = await bo.mail(/You are in the team/);
    expect(joined.text).not.toContain("/welcome/");
    await bo.page.goto("/manage");
    expect(bo.page.url()).not.toContain("/manage/teams/");

    // Cia has lost the first mail; a click sends another, and the first is worth nothing any more.
    const lost = await cia.mail(/invites you/);
    await elin.page.goto(`${team}/users?q=cia`);
    await elin.page.getByRole("link", { name: /Cia Dahl/ }).first().click();
    await elin.page.getByRole("button", { name: "Send a new invitation" }).click();
    const anew = await cia.mail(/invites you/);
    expect((await cia.page.request.get(lost.link)).status()).toBe(410);
    await cia.comeInBy(anew.link);
  });

  const pool = await test.step("seats are assigned by user and by product, and never more than there are", async () => {
    const { page } = elin;
    await page.goto(`${team}/users?q=ada`);
    await page.getByRole("link", { name: /Ada Berg/ }).first().click();
    await page.getByRole("link", { name: "Assign products" }).click();
    await page.getByRole("checkbox", { name: "Select Ritbord" }).check();
    await page.getByRole("button", { name: "Assign products" }).click();
    await ada.mail(/You can use Ritbord now/);

    await page.goto(`${team}/products`);
    await page.getByRole("link", { name: /Ritbord/ }).first().click();
    const pool = page.url();
    await seats(page, "1 seat free");
    await page.goto(`${pool}/assign`);
    await page.getByRole("checkbox", { name: "Select Bo Ek" }).check();
    await page.getByRole("checkbox", { name: "Select Cia Dahl" }).check();
    await page.getByRole("button", { name: "Assign seats" }).click();
    await expect(page.getByRole("alert")).toContainText("nobody got one");
    await page.getByRole("checkbox", { name: "Select Cia Dahl" }).uncheck();
    await page.getByRole("button", { name: "Assign seats" }).click();
    await seats(page, "no seat free");
    await bo.mail(/You can use Ritbord now/);
    return pool;
  });

  await test.step("the person downloads the own product, resumably", async () => {
    const { page } = ada;
    await page.goto("/account/products");
    await page.getByRole("link", { name: /Ritbord/ }).first().click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Download/ }).first().click()]);
    expect((await readFile(await download.path())).equals(installer)).toBe(true);
    expect(download.suggestedFilename()).toBe("ritbord-2027.1.tar.gz");
    const whole = await fetch(download.url());
    const etag = whole.headers.get("etag") ?? "";
    expect(whole.headers.get("repr-digest")).toBe(`sha-256=:${createHash("sha256").update(installer).digest("base64")}:`);
    await whole.arrayBuffer();
    const rest = await fetch(download.url(), { headers: { range: "bytes=150000-", "if-range": etag } });
    expect([rest.status, Buffer.from(await rest.arrayBuffer()).equals(installer.subarray(150_000))]).toEqual([206, true]);
    expect((await fetch(download.url().replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(403);
    await cia.page.goto("/account/products/ritbord");
    await expect(cia.page.getByRole("heading", { level: 1 })).not.toContainText("Ritbord");
  });

  const desk = new Machine(house, root, "desk");
  await test.step("the program shows the statement, signs in through the browser, and works", async () => {
    const program = desk.start("--no-browser");
    await program.says("Do you accept it?");
    expect(program.output).toContain("Ritbord sends the name of this device.");
    program.type("y");
    await allow(ada, program);
    await program.says("Licensed to Ada Berg");
    const picture = join(house.folder, "house.svg");
    program.type("rect 2 2 40 20", `save ${picture}`);
    await program.says(`Saved ${picture}`);
    expect(await readFile(picture, "utf8")).toContain("<rect");
    program.type("quit");
    await program.ended();
    await ada.page.goto("/account/devices");
    await expect(ada.page.getByText("Ritbord 2027.1").first()).toBeVisible();
  });

  await test.step("it starts again without the network", async () => {
    await house.stop();
    const program = desk.start();
    await program.says("Licensed to Ada Berg");
    program.type("quit");
    await program.ended();
    await house.start();
  });

  const laptop = new Machine(house, root, "laptop");
  await test.step("one device too many is refused, until the person frees the other", async () => {
    const refused = laptop.start("--device", "--accept-privacy");
    await allow(ada, refused);
    expect(await refused.ended()).toBe(3);
    expect(refused.output).toContain("remove it under Devices in your account");
    await ada.page.goto("/account/devices");
    await ada.page.getByRole("button", { name: /^Sign out|^End|^Free/ }).first().click();
    const program = laptop.start();
    await program.says("Licensed to Ada Berg");
    program.type("quit");
    expect(await program.ended()).toBe(0);
  });

  await test.step("without a seat, or when it was taken back, it says so in plain words", async () => {
    const without = new Machine(house, root, "cia").start("--device", "--accept-privacy");
    await allow(cia, without);
    expect(await without.ended()).toBe(3);
    expect(without.output).toContain("Ask your administrator to assign you one");

    const bos = new Machine(house, root, "bo").start("--device", "--accept-privacy");
    await allow(bo, bos);
    await bos.says("Licensed to Bo Ek");
    await elin.page.goto(pool);
    await elin.page.getByRole("button", { name: "Take back the seat of Bo Ek" }).click();
    await seats(elin.page, "1 seat free");
    bos.type("license");
    await bos.says("Your seat was taken back");
    bos.type("quit");
    await bos.ended();

    await elin.page.goto(`${pool}/assign`);
    await elin.page.getByRole("checkbox", { name: "Select Cia Dahl" }).check();
    await elin.page.getByRole("button", { name: "Assign seats" }).click();
    const now = new Machine(house, root, "cia").start();
    await now.says("Licensed to Cia Dahl");
    now.type("quit");
    await now.ended();
  });

  await test.step("a forgotten password is chosen anew, and ends what others were signed in with", async () => {
    const elsewhere = await arrive(ada.email);
    await elsewhere.signIn();
    await elsewhere.signOut();
    await elsewhere.page.goto("/forgotten");
    await send(elsewhere.page, { email: ada.email }, "Send me a link");
    const link = (await ada.mail(/A new password/)).link;
    elsewhere.password = "four rulers and a compass, brass";
    await elsewhere.comeInBy(link);
    await ada.page.goto("/account");
    await expect(ada.page).toHaveURL(/\/sign-in/);
    await elsewhere.page.goto("/profile/sessions");
    await expect(elsewhere.page.getByText("This one").or(elsewhere.page.getByText(/this (device|browser)/i)).first()).toBeVisible();
  });
});
