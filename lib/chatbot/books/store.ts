import { appWaker } from "@/lib/core/database";
import type { Result } from "@/lib/core/result";

/** A command that changes what is live: every worker hears of it after the commit, never inside it. */
export const served =
  <C, I, T, R extends string>(command: (ctx: C, input: I) => Promise<Result<T, R>>) =>
  async (ctx: C, input: I): Promise<Result<T, R>> => {
    const result = await command(ctx, input);
    if (result.ok) appWaker().wake("chatbot");
    return result;
  };
