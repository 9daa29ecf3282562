import { describe, expect, it } from "vitest";
import { TOWN } from "../testing/books";
import { dueAt, sendBefore } from "./due";

const tokyo = (text: string) => new Date(`${text}+09:00`);
const at = (text: string) => {
  const [eve, morning] = dueAt(TOWN, tokyo(text));
  return { eve, morning };
};

describe("reminders that are due", () => {
  it("of the evening before: for tomorrow, where something is collected then", () => {
    const { eve } = at("2026-11-24T20:00:05");
    expect(eve).toMatchObject({ on: "eve", day: "2026-11-25", after: "18:00:05", until: "20:00:05" });
    expect([...(eve?.areas ?? [])]).toEqual([["honmachi", ["can"]]]);
  });

  it("of the morning: for today, by Tokyo's day", () => {
    expect(at("2026-11-24T06:30:00").morning).toMatchObject({ on: "morning", day: "2026-11-24" });
    expect(at("2026-11-24T00:10:00").morning).toMatchObject({ day: "2026-11-24", after: "00:00:00" });
  });

  it("over the year's end", () => {
    expect([...(at("2026-12-30T20:00:00").eve?.areas.keys() ?? [])]).toEqual([]);
    expect(at("2026-12-31T20:00:00").eve?.day).toBe("2027-01-01");
    expect([...(at("2027-01-03T20:00:00").eve?.areas.keys() ?? [])]).toEqual(["honmachi"]);
  });

  it("are worth nothing two hours later", () => {
    expect(sendBefore(tokyo("2026-11-24T20:40:00"), "20:00:00")).toEqual(tokyo("2026-11-24T22:00:00"));
  });
});
