//! Clients that others wrote sign in here: openid-client (certified by the OpenID Foundation) and Authlib.

import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import * as openid from "openid-client";
import { axe, expect, fitsPhone, Program, python, signIn, test, type House, type Page } from "../harness.ts";

const SCOPES = "openid profile email offline_access license";
const authlib = fileURLToPath(new URL("../outsider_authlib.py", import.meta.url));

/** As the operator does it, on the page for it; the secret, if the program has one. */
async function register(page: Page, house: House, name: string, kind: "public" | "confidential", redirect: string) {
  await signIn(page, house.operator.email, house.operator.password);
  await page.goto("/vendor/programs/new");
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="client_id"]').fill(name.toLowerCase());
  await page.locator(`input[name="kind"][value="${kind}"]`).check();
  await page.locator('textarea[name="redirect_uris"]').fill(redirect);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return kind === "confidential" ? await page.locator("b.code").innerText() : undefined;
}

/** A browser that nobody is signed in with, and somebody who signs in when asked. */
async function comeIn(page: Page, house: House, url: string) {
  await page.context().clearCookies();
  await page.goto(url);
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.locator('input[autocomplete~="username"]').fill(house.operator.email);
  await page.locator('input[autocomplete~="current-password"]').fill(house.operator.password);
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/\/sign-in/);
}

const discover = (house: House, id: string, secret?: string) =>
  openid.discovery(new URL(house.url), id, undefined, secret ? openid.ClientSecretBasic(secret) : openid.None(), {
    execute: [openid.allowInsecureRequests],
  });

/** A web server for one answer, as programs on people's machines have it. */
async function loopback() {
  let arrived: (url: URL) => void;
  const answer = new Promise<URL>((resolve) => (arrived = resolve));
  const server = createServer((request, response) => {
    response.end("Go back to the program");
    if (request.url?.startsWith("/callback")) arrived(new URL(request.url, redirect));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const redirect = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  return { redirect, answer, close: () => server.close() };
}

test("openid-client signs in through the browser, stays signed in and leaves", async ({ house, page }) => {
  await register(page, house, "Ritbord", "public", "http://127.0.0.1/callback");
  const config = await discover(house, "ritbord");
  const program = await loopback();
  const [verifier, state, nonce] = [openid.randomPKCECodeVerifier(), openid.randomState(), openid.randomNonce()];
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: program.redirect,
    scope: SCOPES,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
    device_name: "MALMO-WS-0417",
    program_version: "2027.1",
  });
  await comeIn(page, house, url.href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ritbord wants to sign you in");
  await expect(page.getByText("MALMO-WS-0417")).toBeVisible();
  await fitsPhone(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await axe(page);
  }
  // A content policy that forgets where this form leads stops Chromium here.
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  const callback = await program.answer;
  expect(callback.searchParams.get("iss")).toBe(house.url);
  program.close();

  const expected = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, maxAge: 300 };
  const tokens = await openid.authorizationCodeGrant(config, callback, expected);
  const subject = tokens.claims()?.sub ?? "";
  expect(subject).toMatch(/^user_/);
  const info = await openid.fetchUserInfo(config, tokens.access_token, subject);
  expect(info.email).toBe(house.operator.email);

  const renewed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
  expect(renewed.claims()?.sub).toBe(subject);
  await openid.tokenRevocation(config, renewed.refresh_token ?? "");
  await expect(openid.refreshTokenGrant(config, renewed.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
  await expect(openid.fetchUserInfo(config, renewed.access_token, subject)).rejects.toThrow();
});

test("openid-client hears a no", async ({ house, page }) => {
  await register(page, house, "Ritbord", "public", "http://127.0.0.1/callback");
  const config = await discover(house, "ritbord");
  const program = await loopback();
  const verifier = openid.randomPKCECodeVerifier();
  const code_challenge = await openid.calculatePKCECodeChallenge(verifier);
  const wish = { redirect_uri: program.redirect, scope: SCOPES, code_challenge, code_challenge_method: "S256", state: "s" };
  await page.goto(openid.buildAuthorizationUrl(config, wish).href);
  await page.getByRole("button", { name: "Do not allow" }).click();
  const grant = openid.authorizationCodeGrant(config, await program.answer, { pkceCodeVerifier: verifier, expectedState: "s" });
  await expect(grant).rejects.toMatchObject({ error: "access_denied" });
  program.close();
});

test("openid-client signs a device in, whose person enters the code elsewhere", async ({ house, page }) => {
  await register(page, house, "Ritbord", "public", "http://127.0.0.1/callback");
  const config = await discover(house, "ritbord");
  const begun = await openid.initiateDeviceAuthorization(config, { scope: SCOPES, device_name: "Plotter 3" });
  const polled = openid.pollDeviceAuthorizationGrant(config, begun);
  await comeIn(page, house, begun.verification_uri_complete ?? begun.verification_uri);
  await expect(page.getByLabel("Code")).toHaveValue(begun.user_code);
  await fitsPhone(page);
  await axe(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("Plotter 3")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The device is signed in");
  const tokens = await polled;
  const info = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? "");
  expect(info.email).toBe(house.operator.email);

  await page.goto("/profile/programs");
  await axe(page);
  await page.getByRole("button", { name: "Sign out Ritbord" }).click();
  await expect(page.getByText("No program is signed in")).toBeVisible();
  await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
});

test("openid-client on a server keeps a secret and is asked about once", async ({ house, page }) => {
  const program = await loopback();
  const secret = await register(page, house, "Forum", "confidential", program.redirect);
  const config = await discover(house, "forum", secret);
  const enter = async (more: Record<string, string>) => {
    const verifier = openid.randomPKCECodeVerifier();
    const code_challenge = await openid.calculatePKCECodeChallenge(verifier);
    const wish = { redirect_uri: program.redirect, scope: "openid email", code_challenge, code_challenge_method: "S256", ...more };
    await page.goto(openid.buildAuthorizationUrl(config, wish).href);
    return () => openid.authorizationCodeGrant(config, new URL(page.url()), { pkceCodeVerifier: verifier, idTokenExpected: true });
  };
  const first = await enter({});
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await page.waitForURL(`${program.redirect}*`);
  const tokens = await first();
  expect(await openid.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true, client_id: "forum" });

  const silently = await (await enter({ prompt: "none" }))();
  expect(silently.claims()?.sub).toBe(tokens.claims()?.sub);

  const anew = await enter({ prompt: "login" });
  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.locator('input[autocomplete~="username"]').fill(house.operator.email);
  await page.locator('input[autocomplete~="current-password"]').fill(house.operator.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${program.redirect}*`);
  const [before, after] = [tokens.claims()?.auth_time ?? 0, (await anew()).claims()?.auth_time ?? 0];
  expect(after).toBeGreaterThanOrEqual(before);
  program.close();
});

for (const way of ["browser", "device"] as const) {
  test(`Authlib signs in by ${way}`, async ({ house, page }) => {
    await register(page, house, "Ritbord", "public", "http://127.0.0.1/callback");
    const program = Program.start(python, ["-u", authlib, house.url, "ritbord", way]);
    const url = await program.until(() => /^OPEN (\S+)$/m.exec(program.output)?.[1]);
    await comeIn(page, house, url);
    if (way === "device") await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Allow", exact: true }).click();
    const email = await program.until(() => /^DONE (\S+)$/m.exec(program.output)?.[1]);
    expect(email).toBe(house.operator.email);
    await program.stop();
  });
}
