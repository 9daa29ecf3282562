import { appWaker } from "@/lib/core/database";
import type { Result } from "@/lib/core/result";
import type { Channel } from "@/lib/core/wake-up";

/** A command after whose success the worker has something to do. After the commit, never inside it. */
export const waking =
  <C, I, T, R extends string>(
    channel: Extract<Channel, "inbox" | "outbox">,
    command: (ctx: C, input: I) => Promise<Result<T, R>>,
  ) =>
  async (ctx: C, input: I): Promise<Result<T, R>> => {
    const result = await command(ctx, input);
    if (result.ok) appWaker().wake(channel);
    return result;
  };
