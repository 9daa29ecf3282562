import { describe, expect, it } from "vitest";
import { REPORT_NUMBER } from "./talk";
import { botOf, CITIES, reportOf } from "./testing/bots";
import { resident } from "./testing/resident";
import { currentOf, everyWay, walkOn } from "./testing/walks";

describe.each(CITIES)("$profile.name: every option of every choice", { timeout: 60_000 }, (preset) => {
  const bot = botOf(preset);
  const definition = reportOf(preset);
  const ways = everyWay(definition);
  const stopsAt = new Map(definition.steps.flatMap((s) => (s.kind === "stop" ? [[s.id, s] as const] : [])));

  it("has ways to try", () => expect(ways.length).toBeGreaterThan(60));

  it.each(ways.map((way) => [Object.values(way).join(" > "), way] as const))("%s", (_, way) => {
    const me = resident(bot).type("市民レポート");
    walkOn(me, definition, way);
    if (!me.talk.open) {
      expect(me.talk.last?.state).toBe("stopped");
      expect(me.submissions).toEqual([]);
      const [lastId, lastKey] = Object.entries(way).at(-1) ?? ["", ""];
      const last = definition.steps.find((one) => one.id === lastId);
      const next =
        last && "options" in last ? last.options.find((one) => one.key === lastKey)?.next : undefined;
      const stop = stopsAt.get(next ?? "");
      expect(stop, "a walk ends early at a stop only").toBeDefined();
      expect(me.text).toContain(stop?.text.ja);
      for (const key of stop?.phones ?? []) {
        const phone = preset.profile.phones.find((one) => one.key === key);
        expect(me.text).toContain(phone?.number);
      }
      return;
    }
    expect(currentOf(me, definition).kind).toBe("confirm");
    me.tap("この内容で送る");
    expect(me.text).toContain(`受付番号 ${REPORT_NUMBER}`);
    expect(me.talk.last?.state).toBe("submitted");
    const [submission] = me.submissions;
    const top = preset.categories.find((one) => one.key === submission?.categoryKey);
    expect(top?.parentKey).toBeNull();
    const sub = preset.categories.find((one) => one.key === submission?.subcategoryKey);
    expect(sub?.parentKey).toBe(top?.key);
    expect(submission?.point).not.toBeNull();
    expect(submission?.photos.length).toBeGreaterThan(0);
    expect(submission?.seenText).toBeTruthy();
    expect(submission?.answers.every((answer) => answer.label !== "" && answer.display !== "")).toBe(true);
    for (const kind of definition.requires[top?.key ?? ""] ?? []) {
      const asked = definition.steps.filter((one) => one.kind === kind).map((one) => one.id);
      expect(Object.keys(me.talk.last?.draft.answers ?? {}).some((id) => asked.includes(id))).toBe(true);
    }
  });

  it.each(["en", "zh-TW", "ko", "vi"])("every way to its end in %s, within LINE's limits", (language) => {
    for (const way of ways) {
      const me = resident(bot, { language }).type("通報");
      walkOn(me, definition, way);
      if (me.talk.open) me.act("send");
      expect(me.talk.open, JSON.stringify(way)).toBeNull();
      expect(["stopped", "submitted"]).toContain(me.talk.last?.state);
    }
  });
});
