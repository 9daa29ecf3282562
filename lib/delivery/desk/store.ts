import { appWaker } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import type { Result } from "@/lib/core/result";
import { type ArmFile, openArmFile } from "../arm-gateway";
import { HALT } from "../halt";

/** The console's own view of the file that arms this database. */
export const appArmFile = (): ArmFile => openArmFile(env().ARM_FILE);

/** After a command: workers look at once. `halts`: they also let go of what they have not begun. */
export const telling =
  <C, I, T, R extends string>(
    command: (ctx: C, input: I) => Promise<Result<T, R>>,
    options: { halts: boolean } = { halts: false },
  ) =>
  async (ctx: C, input: I): Promise<Result<T, R>> => {
    const result = await command(ctx, input);
    if (result.ok) appWaker().wake("delivery", options.halts ? HALT : "");
    return result;
  };
