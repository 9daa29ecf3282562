import { beforeAll, expect, it } from "vitest";
import { sections } from "@/db/schema";
import type { Ctx, StaffActor } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { submitForApproval } from "../approval/commands";
import { touchPresence } from "../presence/commands";
import { makeCity, makeDraft, makeFriends, makePerson, saying } from "../testing/desk";
import { checkLinksBy } from "./commands";

const base = testDatabase();
let author: Ctx<StaffActor>;
beforeAll(async () => {
  await makeCity(base.db);
  await makeFriends(base.db, 6);
  author = await makePerson(base.db, "広報 花子", ["author"]);
});

it("opens the links of the row alone, few at a time, and never keeps anybody from sending", async () => {
  const uris = Array.from({ length: 50 }, (_, n) => `https://city.test/${n}`);
  const draft = await makeDraft(author, { content: saying(uris.join("\n")) });
  const opened: string[] = [];
  let under = 0;
  let most = 0;
  const check = checkLinksBy(async (uri) => {
    opened.push(uri);
    most = Math.max(most, ++under);
    await new Promise((done) => setTimeout(done, 2));
    under -= 1;
    return uri.endsWith("/1")
      ? { kind: "silent", why: "ENOTFOUND" }
      : { kind: "answers", status: 200, end: uri };
  });
  const result = await check(author, { id: draft.id });
  expect([opened, most]).toEqual([uris.slice(0, 40), 8]);
  expect(result.ok && result.value.slice(0, 2)).toEqual([
    { uri: uris[0], verdict: { kind: "fine", status: 200 } },
    { uri: uris[1], verdict: { kind: "unknown", why: "ENOTFOUND" } },
  ]);
  expect(await submitForApproval(author, draft)).toMatchObject({ ok: true });
});

it("is limited, and tells nothing of a broadcast that one may not see", async () => {
  const check = checkLinksBy(async (uri) => ({ kind: "answers", status: 200, end: uri }));
  const busy = await makePerson(base.db, "何度も押す人", ["author"]);
  const draft = await makeDraft(busy, { content: saying("https://city.test/") });
  const answers = [];
  for (let n = 0; n < 7; n += 1) answers.push((await check(busy, { id: draft.id })).ok);
  expect(answers).toEqual([true, true, true, true, true, true, false]);
  const [section] = await base.db
    .insert(sections)
    .values({ key: "citizens", name: "市民課", position: 1 })
    .returning();
  const stranger = await makePerson(base.db, "市民課の人", ["author"], undefined, section?.id ?? 0);
  await expect(check(stranger, { id: draft.id })).rejects.toMatchObject({ code: "not-found" });
  await expect(touchPresence(stranger, { id: draft.id })).rejects.toMatchObject({ code: "not-found" });
  const own = await makeDraft(stranger, { sectionId: section?.id ?? 0 });
  expect((await check(stranger, { id: own.id })).ok).toBe(true);
  expect(await touchPresence(author, { id: own.id })).toMatchObject({ names: [], state: "draft" });
});
