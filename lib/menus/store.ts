import { appWaker } from "@/lib/core/database";
import type { Result } from "@/lib/core/result";

/** After a command that asks for something at LINE: the workers look at once. */
export const waking =
  <C, I, T, R extends string>(command: (ctx: C, input: I) => Promise<Result<T, R>>) =>
  async (ctx: C, input: I): Promise<Result<T, R>> => {
    const result = await command(ctx, input);
    if (result.ok) appWaker().wake("menus");
    return result;
  };
