import { appWaker } from "@/lib/core/database";
import { ok, type Result } from "@/lib/core/result";
import { type Announced, announcement } from "./event";

/**
 * A command whose success open consoles hear of, and with it the worker, since a message may wait in the outbox. After
 * the commit, never inside it.
 */
export const announced =
  <C, I, T extends Announced, R extends string>(command: (ctx: C, input: I) => Promise<Result<T, R>>) =>
  async (ctx: C, input: I): Promise<Result<Omit<T, "others">, R>> => {
    const result = await command(ctx, input);
    if (!result.ok) return result;
    const { lines, own } = announcement(result.value);
    for (const line of lines) appWaker().wake("reports", line);
    appWaker().wake("outbox");
    return ok(own);
  };
