//! Every page of the demo that a role can reach by links: it answers, it can be used by all, it fits a phone, it is light.

import { axe, demoTest as test, expect, fitsPhone, signIn, type Page } from "../harness.ts";

const ROLES = ["Operator", "Partner", "Contract manager", "Primary admin", "Secondary admin", "User"];
const OUTSIDE = ["/sign-in", "/register", "/forgotten", "/mail-sent", "/device", "/welcome/link_worth_nothing", "/nowhere"];
const MOST_BYTES = 60_000;
/** Not pages: they change something, or are files. */
const NO_PAGE = /\.csv|^\/sign-out|^\/language|^\/api\/|^\/downloads\/|^\/demo\/mailbox\/.+/;

test.setTimeout(240_000);

for (const role of ROLES) {
  test(`every page that is there for: ${role}`, async ({ demo, page, context }) => {
    const wrong = listen(page);
    await signIn(page, demo.email(role), demo.password);
    const seen = new Map<string, string>();
    const waiting = ["/"];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(pattern(path))) continue;
      seen.set(pattern(path), path);
      await test.step(path, async () => {
        await context.addCookies([{ name: "lang", value: seen.size % 2 ? "en" : "sv", url: demo.url }]);
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(200);
        await look(page);
      });
      waiting.push(...(await links(page)));
    }
    expect([...seen.keys()], "where the links led").toContain("/account");
    expect(wrong, "what the browser complained about").toEqual([]);
  });
}

test("every page that is there for nobody in particular", async ({ demo, page, context }) => {
  for (const [lang, scheme] of [["en", "light"], ["sv", "dark"]] as const) {
    await context.addCookies([{ name: "lang", value: lang, url: demo.url }]);
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of OUTSIDE) {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await look(page);
    }
  }
});

/** Accessible in light and dark, whole on a phone, one style sheet, no more than a slow line bears, nothing jumps. */
async function look(page: Page): Promise<void> {
  const { sheets, bytes, jumped } = await page.evaluate(() => {
    const loaded = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const size = (entry: PerformanceEntry) => (entry as PerformanceResourceTiming).encodedBodySize;
    return new Promise<{ sheets: number; bytes: number; jumped: number }>((resolve) => {
      let jumped = 0;
      const watch = (list: PerformanceObserverEntryList) =>
        list.getEntries().forEach((entry) => (jumped += (entry as unknown as { value: number }).value));
      new PerformanceObserver(watch).observe({ type: "layout-shift", buffered: true });
      const done = () =>
        resolve({
          sheets: document.querySelectorAll("link[rel=stylesheet]:not([href*=brand])").length,
          bytes: loaded.reduce((sum, entry) => sum + size(entry), 0),
          jumped,
        });
      requestAnimationFrame(() => requestAnimationFrame(done));
    });
  });
  expect(sheets, `style sheets of ${page.url()}`).toBe(1);
  expect(bytes, `bytes of ${page.url()}`).toBeLessThan(MOST_BYTES);
  expect(jumped, `layout shift of ${page.url()}`).toBeLessThan(0.02);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await axe(page);
  }
  await fitsPhone(page);
}

async function links(page: Page): Promise<string[]> {
  const all = await page.locator("a[href^='/']").evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
  return all.filter((href) => !NO_PAGE.test(href));
}

/** Of pages that differ by what they are about only, one is enough: ids, names and values of queries do not count. */
function pattern(path: string): string {
  const url = new URL(path, "http://localhost");
  const named = url.pathname
    .replace(/[a-z]+_[0-9a-z]{20,}/g, "{id}")
    .replace(/^(\/(?:account|vendor)\/(?:products|programs|offerings)\/)(?!new$)[^/]+/, "$1{name}")
    .replace(/(\/releases\/)(?!new$)[^/]+/, "$1{version}");
  return [named, ...[...url.searchParams.keys()].sort()].join(" ");
}

function listen(page: Page): string[] {
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`${page.url()}: ${message.text()}`);
  });
  return wrong;
}
