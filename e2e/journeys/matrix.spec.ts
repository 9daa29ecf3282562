import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { DEMO_PASSWORD } from "../pages/console";
import { type BuiltAction, builtActions, builtPaths } from "../support/manifest";
import { ACTIONS, PAGES, ROUTES, WHO, type Who } from "../support/matrix";
import { stackOf } from "../support/stacks";

test.describe.configure({ mode: "serial" });

/** What a route needs to be asked properly. */
const QUERIES: Record<string, string[]> = {
  "/api/reports/[number]/photos/[photoId]": ["?size=thumb", "?size=full"],
  "/api/reports/map": ["?view=35.6,139.5,35.8,139.7&zoom=12"],
};

/** Only take a POST; asked with an empty one, which those let in may be told is wrong (400). */
const POSTED = /^\/api\/(broadcasts\/(media|[^/]+\/presence)|garbage\/import)$/;

const people = new Map<Who, APIRequestContext>();
let example = { number: "", photo: "" };
/** Drafts: the author's own, and the administrator's. */
const drafts = { author: "", administrator: "" };
const NOBODYS = "00000000-0000-4000-8000-000000000000";

test.beforeAll(async ({ browser }) => {
  const { appUrl } = stackOf("musashino");
  for (const [who, email] of Object.entries(WHO) as [Who, string | null][]) {
    if (email === null) {
      people.set(who, await request.newContext({ baseURL: appUrl }));
      continue;
    }
    const page = await (await browser.newContext({ baseURL: appUrl })).newPage();
    await page.goto("/sign-in");
    await page.getByLabel("メールアドレス").fill(email);
    await page.getByLabel("パスワード", { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole("button", { name: "サインイン" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    if (who === "own") {
      // A case of this person's section that has a photo, as their own list shows it.
      await page.goto("/reports");
      const links = page.locator('a[href^="/reports/R"]');
      await links.first().waitFor();
      for (const href of await links.evaluateAll((found) => found.map((a) => a.getAttribute("href") ?? ""))) {
        await page.goto(href);
        const photo = await page
          .locator('img[src*="/photos/"]')
          .first()
          .getAttribute("src", { timeout: 2_000 })
          .catch(() => null);
        if (photo) {
          example = {
            number: href.split("/")[2]?.split("?")[0] ?? "",
            photo: /photos\/([0-9a-f-]+)/.exec(photo)?.[1] ?? "",
          };
          break;
        }
      }
    }
    people.set(
      who,
      await request.newContext({ baseURL: appUrl, storageState: await page.context().storageState() }),
    );
    await page.context().close();
  }
  expect(example.photo).not.toBe("");
  for (const who of ["author", "administrator"] as const) drafts[who] = await draftOf(who);
});
test.afterAll(async () => {
  for (const person of people.values()) await person.dispose();
});

const fill = (pattern: string) =>
  pattern
    .replace("[number]", example.number)
    .replace("[photoId]", example.photo)
    .replace("[tab]/[card]", "friends/following")
    .replace("[mode]", "normal")
    .replace("/bot/entries/[key]", "/bot/entries/shelter")
    .replace("[version]/[tab]", "1/1")
    .replace("/broadcasts/[id]", `/broadcasts/${drafts.author}`)
    .replace("[id]", `U${"0".repeat(32)}`)
    .replace("[...nextauth]", "session");

/** Let in, or turned away (a redirect to the sign-in page, 401, 403 or 404). Anything else is an error of the product. */
async function ask(who: Who, path: string): Promise<"in" | "out" | string> {
  const person = people.get(who);
  if (!person) throw new Error(who);
  const isPosted = POSTED.test(path);
  const headers = isPosted ? { origin: stackOf("musashino").appUrl } : undefined;
  // The live feed never ends; its headers are enough.
  const response = await person
    .fetch(path, {
      method: isPosted ? "POST" : "GET",
      ...(headers ? { headers } : {}),
      maxRedirects: 0,
      timeout: path === "/api/live" ? 3_000 : 30_000,
    })
    .catch((error: Error) => error);
  if (response instanceof Error)
    return path === "/api/live" && /timeout|Timeout/.test(response.message) ? "in" : response.message;
  const status = response.status();
  if ((status >= 200 && status < 300) || (isPosted && status === 400)) return "in";
  if ([401, 403, 404].includes(status)) return "out";
  if (status >= 300 && status < 400 && /\/sign-in|\/settings$/.test(response.headers().location ?? ""))
    return "out";
  return `status ${status}`;
}

test("every page and route of the build is in the matrix", () => {
  const built = builtPaths();
  expect(built.pages).toEqual(Object.keys(PAGES).sort());
  expect(built.routes).toEqual(Object.keys(ROUTES).sort());
  expect(
    builtActions()
      .map((a) => a.name)
      .sort(),
  ).toEqual(Object.keys(ACTIONS).sort());
  console.log(
    `matrix: ${built.pages.length} pages, ${built.routes.length} routes, ${Object.keys(ACTIONS).length} actions × ${Object.keys(WHO).length} people`,
  );
});

for (const [pattern, who] of Object.entries({ ...PAGES, ...ROUTES })) {
  if (who === "public") continue;
  const allowed = who === "resident" ? [] : who;
  test(`${pattern} lets in ${allowed.join(", ") || "residents"} and nobody else`, async () => {
    const variants = QUERIES[pattern] ?? [""];
    for (const variant of variants) {
      const seen = Object.fromEntries(
        await Promise.all(
          (Object.keys(WHO) as Who[]).map(async (who) => [who, await ask(who, fill(pattern) + variant)]),
        ),
      );
      expect(seen).toEqual(
        Object.fromEntries(Object.keys(WHO).map((who) => [who, allowed.includes(who as Who) ? "in" : "out"])),
      );
    }
  });
}

/** What a server action answers when it is called as the browser does. */
async function send(who: Who, action: BuiltAction, data: string) {
  const response = await people.get(who)?.post(fill(action.page), {
    headers: {
      "next-action": action.id,
      "content-type": "text/plain;charset=UTF-8",
      origin: stackOf("musashino").appUrl,
      accept: "text/x-component",
    },
    data,
    maxRedirects: 0,
  });
  return { status: response?.status(), body: (await response?.text()) ?? "" };
}

/** Calls a server action; answers in one word what came back. */
async function call(who: Who, action: BuiltAction, data: string) {
  const { status, body } = await send(who, action, data);
  if (/"ok":true/.test(body)) return "done";
  return /"reason":"([a-z-]+)"/.exec(body)?.[1] ?? `status ${status}`;
}

/** A new draft of this person's, for the whole city. */
async function draftOf(who: Who): Promise<string> {
  const action = builtActions().find(({ name }) => name === "createDraftAction");
  if (!action) throw new Error("createDraftAction");
  const asked = { kind: "routine", title: "権限の確認", sectionId: null };
  const { status, body } = await send(who, action, JSON.stringify([asked]));
  const id = /"id":"([0-9a-f-]{36})"/.exec(body)?.[1];
  if (!id) throw new Error(`no draft: ${status}`);
  return id;
}

test("a broadcast is shown to those who read broadcasts, whoever wrote it; one that does not exist to nobody", async () => {
  const paths = (id: string) => [
    `/broadcasts/${id}`,
    `/api/broadcasts/${id}/progress`,
    `/api/broadcasts/${id}/presence`,
  ];
  const readers = PAGES["/broadcasts/[id]"];
  for (const who of Object.keys(WHO) as Who[]) {
    const expected = Array.isArray(readers) && readers.includes(who) ? "in" : "out";
    for (const path of paths(drafts.administrator))
      expect(`${who} ${path} ${await ask(who, path)}`).toBe(`${who} ${path} ${expected}`);
    for (const path of paths(NOBODYS))
      expect(`${who} ${path} ${await ask(who, path)}`).toBe(`${who} ${path} out`);
  }
});

test("every action turns away who may not, before it looks at what they sent", async () => {
  for (const action of builtActions()) {
    const { name } = action;
    const allowed = ACTIONS[name];
    if (!allowed || allowed === "public") continue;
    for (const who of people.keys()) {
      const reason = await call(who, action, '["not what any action takes"]');
      const isStaffs = allowed !== "resident" && who !== "nobody";
      const expected = !isStaffs ? "unauthenticated" : allowed.includes(who) ? "invalid" : "forbidden";
      expect(`${name} ${who}: ${reason}`).toBe(`${name} ${who}: ${expected}`);
    }
  }
});

test("an action from another origin does nothing", async () => {
  const action = builtActions().find((a) => a.name === "addNoteAction");
  const response = await people.get("administrator")?.post(fill(action?.page ?? ""), {
    headers: {
      "next-action": action?.id ?? "",
      "content-type": "text/plain;charset=UTF-8",
      origin: "https://evil.example",
    },
    data: "[{}]",
    maxRedirects: 0,
  });
  expect(response?.ok() && /"ok":true/.test((await response.text()) ?? "")).toBe(false);
});

test("headers that would fool an older Next get nobody in", async () => {
  const nobody = people.get("nobody");
  const attempts: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { rsc: "1" },
    { "next-router-prefetch": "1", rsc: "1" },
    { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost" },
  ];
  for (const headers of attempts) {
    const response = await nobody?.get(`/reports/${example.number}`, { headers, maxRedirects: 0 });
    expect(
      response?.status() === 200 &&
        (await response.text()).includes(example.number) &&
        (await response.text()).includes("経過"),
    ).toBe(false);
  }
});

test("the health of the house is told without what is in it", async () => {
  const response = await people.get("nobody")?.get("/api/health");
  const told = (await response?.json()) ?? {};
  expect(Object.keys(told).sort()).toEqual(["database", "outbox", "status", "worker"]);
  expect(Object.keys(told.worker).sort()).toEqual(["lastBeatAt", "state"]);
  expect(Object.keys(told.outbox)).toEqual(["oldestUnsentSeconds"]);
  expect(response?.headers()).toMatchObject({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
});

/** The case as its page gives it to the forms of the person who looks. */
type Seen = {
  revision: number;
  sectionId: number;
  assigneeId: number | null;
  staffId: number;
  priority: "normal" | "high";
  to: string;
};
const WORDS = "課の範囲を確かめています。";

/** What each form of a case sends, besides its number and request. */
const CHANGES: Record<string, (seen: Seen) => object> = {
  addNoteAction: () => ({ text: WORDS }),
  sendMessageAction: () => ({ text: WORDS }),
  assignReportAction: ({ revision, sectionId, assigneeId, staffId }) => ({
    revision,
    sectionId,
    assigneeId: assigneeId === staffId ? null : staffId,
  }),
  setPriorityAction: ({ revision, priority }) => ({
    revision,
    priority: priority === "high" ? "normal" : "high",
  }),
  placeReportAction: ({ revision }) => ({
    revision,
    point: { lat: 35.706 + revision / 100_000, lng: 139.56123 },
  }),
  changeReportStatusAction: ({ revision, to }) => ({
    revision,
    to,
    reason: WORDS,
    message: { tell: false, silentReason: WORDS },
  }),
  hidePhotoAction: () => ({ photoId: example.photo, reason: WORDS }),
};

const read = async (who: Who, path: string, headers: Record<string, string> = {}) =>
  (await people.get(who)?.get(path, { headers }))?.text() ?? "";

async function seenBy(who: Who): Promise<Seen> {
  const page = await read(who, `/reports/${example.number}`, { rsc: "1" });
  const part = (pattern: RegExp) => JSON.parse(pattern.exec(page)?.[1] ?? "null");
  const moves = part(/"moves":(\[.*?\])/) as { to: string; needs: string | null }[];
  return {
    ...part(new RegExp(`"report":(\\{"number":"${example.number}".*?\\})`)),
    priority: part(/"priority":("normal"|"high")/),
    to: moves.find((move) => move.needs !== "original")?.to,
  };
}

/** The whole case and its history on the printed sheet, without the time of printing. */
async function sheet(): Promise<string> {
  const page = await read("administrator", `/reports/${example.number}/print`);
  const main = /<main.*<\/main>/s.exec(page)?.[0] ?? "";
  expect(main).toContain(example.number);
  return main.replace(/印刷 (<!-- -->)?令和[^<]*/, "");
}

test("a case is changed by its own section and by no other, whatever the form", async () => {
  const forms = builtActions().filter((action) => action.page === "/reports/[number]");
  expect(forms.map((form) => form.name).sort()).toEqual(Object.keys(CHANGES).sort());
  for (const [name, change] of Object.entries(CHANGES)) {
    const form = forms.find((one) => one.name === name);
    if (!form) throw new Error(name);
    const sent = { number: example.number, ...change(await seenBy("own")) };
    const send = (who: Who) => call(who, form, JSON.stringify([{ ...sent, requestKey: randomUUID() }]));
    const before = await sheet();
    // Its number must tell another section nothing, not even that there is such a case.
    expect(`${name}, other: ${await send("other")}`).toBe(`${name}, other: not-found`);
    expect(await sheet(), `${name}, other: nothing changed`).toBe(before);
    expect(`${name}, own: ${await send("own")}`).toBe(`${name}, own: done`);
    expect(await sheet(), `${name}, own: it changed`).not.toBe(before);
  }
});
