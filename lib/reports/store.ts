import { appWaker } from "@/lib/core/database";
import type { Result } from "@/lib/core/result";
import { reportLine } from "./event";

type Announced = { number: string; sectionIds: readonly (number | null)[] };

/**
 * A command whose success open consoles hear of, and with it the worker, since a message may wait in the outbox. After
 * the commit, never inside it.
 */
export const announced =
  <C, I, T extends Announced, R extends string>(command: (ctx: C, input: I) => Promise<Result<T, R>>) =>
  async (ctx: C, input: I): Promise<Result<T, R>> => {
    const result = await command(ctx, input);
    if (result.ok) {
      appWaker().wake("reports", reportLine("changed", result.value.number, result.value.sectionIds));
      appWaker().wake("outbox");
    }
    return result;
  };
