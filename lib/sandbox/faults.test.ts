import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Fault, LedgerAnswer, RequestsAnswer } from "./protocol";
import { first, openSandbox, type TestSandbox, text } from "./testing/sandbox";

let box: TestSandbox;
let id: string;
beforeEach(async () => {
  box = await openSandbox();
  id = first(await box.residents(1)).id;
});
afterEach(() => box.close());

const add = (...faults: Fault[]) => box.control("POST", "/faults", faults);
const push = (key = randomUUID()) =>
  box
    .line("POST", "/v2/bot/message/push", { to: id, messages: [text("t")] }, { "x-line-retry-key": key })
    .then(({ status }) => status)
    .catch(() => "dropped" as const);
const accepted = async (): Promise<number> =>
  (await box.control<LedgerAnswer>("GET", "/ledger")).entries.length;

describe("what a fault lets through", () => {
  const cases: [Fault["kind"], number | "dropped", number][] = [
    ["500-before", 500, 0],
    ["500-after", 500, 1],
    ["drop-before", "dropped", 0],
    ["drop-after", "dropped", 1],
    ["hang", "dropped", 0],
    ["hang-after", "dropped", 1],
    ["slow", 200, 1],
    ["slow-after", 200, 1],
    ["429-rate", 429, 0],
    ["429-quota", 429, 0],
    ["401", 401, 0],
    ["404", 404, 0],
    ["410", 410, 0],
    ["202", 202, 0],
  ];
  test.each(cases)("%s: %s, %i accepted; then the same key settles it", async (kind, answer, count) => {
    await add({ endpoint: "push", kind, times: 1, ms: 20 });
    const key = randomUUID();
    expect(await push(key)).toBe(answer);
    expect(await accepted()).toBe(count);
    expect(await push(key)).toBe(count === 1 ? 409 : 200);
    expect(await accepted()).toBe(1);
    const { requests } = await box.control<RequestsAnswer>("GET", "/requests");
    expect(requests.map((each) => [each.status, each.fault])).toEqual([
      [answer === "dropped" ? 0 : answer, kind],
      [count === 1 ? 409 : 200, null],
    ]);
  });
});

test("messages of the two kinds of 429", async () => {
  const body = { to: id, messages: [text("t")] };
  await add(
    { endpoint: "push", kind: "429-rate", times: 1 },
    { endpoint: "push", kind: "429-quota", times: 1 },
  );
  expect((await box.line("POST", "/v2/bot/message/push", body)).json.message).toBe(
    "The API rate limit has been exceeded. Try again later.",
  );
  expect((await box.line("POST", "/v2/bot/message/push", body)).json.message).toBe(
    "You have reached your monthly limit.",
  );
});

test("strikes its endpoint only, a share of the calls, the same ones for the same seed", async () => {
  const run = async (seed: number): Promise<string> => {
    await box.control("DELETE", "/faults");
    await add({ endpoint: "push", kind: "500-before", ratio: 0.5, seed });
    const statuses: unknown[] = [];
    for (let n = 0; n < 30; n += 1) statuses.push(await push());
    return statuses.join(" ");
  };
  const one = await run(1);
  expect(one).toContain("200");
  expect(one).toContain("500");
  expect(await run(1)).toBe(one);
  expect(await run(2)).not.toBe(one);
  expect((await box.line("GET", "/v2/bot/info")).status).toBe(200);
  await add({ endpoint: "*", kind: "500-before" });
  expect((await box.line("GET", "/v2/bot/info")).status).toBe(500);
});

test("an unknown fault is refused", async () => {
  await expect(box.control("POST", "/faults", [{ endpoint: "push", kind: "explode" }])).rejects.toThrow(
    "400",
  );
});
