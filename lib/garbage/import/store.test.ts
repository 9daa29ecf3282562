import { expect, it } from "vitest";
import { alone } from "./store";

it("lets one work at a time, and the next one when it is done or has failed", async () => {
  let finish = (_: string): void => {};
  const running = alone(() => new Promise<string>((resolve) => (finish = resolve)));
  expect(await alone(async () => "second")).toBeNull();
  finish("first");
  expect(await running).toBe("first");
  await expect(alone(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await alone(async () => "third")).toBe("third");
});
