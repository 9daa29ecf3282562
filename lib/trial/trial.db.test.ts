import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/db/enums";
import { systemContext } from "@/lib/core/context";
import { testDatabase } from "@/lib/core/testing/database";
import { loadCityContent } from "@/lib/presets/commands";
import { kumamoto } from "@/lib/presets/kumamoto/city";
import { tryBot } from "./commands";
import { tryInput } from "./schema";

const database = testDatabase();
const now = new Date("2026-11-28T00:00:00Z");

/** A person of their own for each case: turns are counted by person. */
let lastId = 0;
function person(role: Role) {
  lastId += 1;
  const roles = [{ role, sectionId: null }];
  const actor = { kind: "staff" as const, staffId: lastId, name: "", email: "", roles, sessionId: "s" };
  return { db: database.db, actor, now };
}

const plain = tryInput.parse({ asked: { kind: "text", text: "避難所" }, which: "draft", language: "ja" });
const typed = tryInput.parse({
  ...plain,
  entry: {
    key: null,
    kind: "faq",
    title: "避難所",
    reading: "",
    synonyms: [],
    category: null,
    answer: { kind: "text", text: { ja: "小学校です。" } },
  },
});

beforeAll(() => loadCityContent(systemContext(database.db, "test", now), kumamoto));

describe("trying the bot", () => {
  it("is for everybody who sees the bot; with an entry that is not saved, for who writes", async () => {
    expect(await tryBot(person("viewer"), plain)).toMatchObject({ ok: true });
    await expect(tryBot(person("viewer"), typed)).rejects.toThrow("bot.write");
    expect(await tryBot(person("author"), typed)).toMatchObject({
      ok: true,
      value: { outcome: { kind: "answer" } },
    });
  });

  it.each([
    ["what is saved", plain, 60],
    ["what is being typed", typed, 20],
  ])("%s: not without end, and again a minute later", async (_name, input, most) => {
    const ctx = person("author");
    for (let n = 0; n < most; n++) expect((await tryBot(ctx, input)).ok).toBe(true);
    expect(await tryBot(ctx, input)).toMatchObject({
      ok: false,
      reason: "too-often",
      message: expect.stringContaining("1分"),
    });
    const later = { ...ctx, now: new Date(now.getTime() + 60_000) };
    expect((await tryBot(later, input)).ok).toBe(true);
  });
});
