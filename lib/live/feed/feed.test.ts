import { describe, expect, it, vi } from "vitest";
import type { StaffCtx } from "@/lib/auth/gate";
import { openFeed, readLastSeen } from "./store";

const leave = vi.hoisted(() => vi.fn());
vi.mock("../store", () => ({ getHub: () => ({ subscribe: () => leave }) }));

describe("where a browser says that it left off", () => {
  it("is a moment in milliseconds", () =>
    expect(readLastSeen("1790000000123")).toEqual(new Date(1_790_000_000_123)));
  it.each([
    null,
    "",
    "x",
    "0",
    "-1",
    "1e300",
    "Infinity",
    "9".repeat(40),
    "1790000000123.5",
    " 1790000000123",
  ])("is nowhere for %j", (given) => expect(readLastSeen(given)).toBeNull());
});

it("a page that cannot be told what it missed does not stay behind as a listener", async () => {
  const actor = {
    kind: "staff",
    staffId: 1,
    name: "職員",
    email: "a@city.example",
    roles: [],
    sessionId: "s",
  };
  const ctx = { db: {}, actor, now: new Date("2026-11-22T14:40:00Z") } as unknown as StaffCtx;
  await expect(openFeed(ctx, new Date(0), new AbortController().signal)).rejects.toThrow();
  expect(leave).toHaveBeenCalled();
});
