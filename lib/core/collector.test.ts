import { expect, it, vi } from "vitest";
import { createCollector } from "./collector";

it("does at once what comes together, and tells each its own result", async () => {
  const groups: number[][] = [];
  const collect = createCollector(async (items: readonly number[]) => {
    groups.push([...items]);
    return items.map((item) => item * 10);
  }, 5);
  expect(await Promise.all([collect(1), collect(2), collect(3)])).toEqual([10, 20, 30]);
  expect(await collect(4)).toBe(40);
  expect(groups).toEqual([[1, 2, 3], [4]]);
});

it("what comes while a group is being done goes into the next", async () => {
  vi.useFakeTimers();
  try {
    const doAll = vi.fn(
      (items: readonly string[]) => new Promise<readonly string[]>((r) => setTimeout(() => r(items), 100)),
    );
    const collect = createCollector(doAll, 10);
    const first = collect("a");
    await vi.advanceTimersByTimeAsync(50);
    const second = collect("b");
    await vi.advanceTimersByTimeAsync(200);
    expect(await Promise.all([first, second])).toEqual(["a", "b"]);
    expect(doAll.mock.calls).toEqual([[["a"]], [["b"]]]);
  } finally {
    vi.useRealTimers();
  }
});

it("a failure is everybody's who was in the group, and nobody's after it", async () => {
  let fails = true;
  const collect = createCollector(async (items: readonly number[]) => {
    if (fails) throw new Error("away");
    return items;
  }, 1);
  const results = await Promise.allSettled([collect(1), collect(2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await collect(3)).toBe(3);
});
