import type { Db } from "@/db";
import { systemContext } from "@/lib/core/context";
import { errorFields, log } from "@/lib/core/log";
import { type Library, makingLibrary } from "../library";
import type { Steps } from "../steps";
import { loadSource } from "./queries";

const LOOK_MS = 3_000;

/** Others have their turn between two steps: residents are answered, connections to the database are made. */
export async function inSteps<T>(steps: Steps<T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export type LibraryStore = {
  /** The library as it is now. Only the first one is waited for. */
  library: () => Promise<Library>;
  /** Something was published: look at once. */
  refresh: () => void;
};

/**
 * What one process knows of the bot's books. It looks every three seconds, and when it is woken, whether another version
 * is live; residents are answered from the old one until the new one is made, and while the database is away.
 */
export function createLibraryStore(db: Db, options: { mediaBase: string }): LibraryStore {
  let held: Library | undefined;
  let lookedAt = 0;
  let looking: Promise<Library> | undefined;
  let again = false;

  const look = async (): Promise<Library> => {
    const ctx = systemContext(db, "chatbot");
    const source = await loadSource(ctx, { ...options, known: held?.stamp ?? null });
    if (source) held = await inSteps(makingLibrary(source));
    if (!held) throw new Error("no library was made");
    return held;
  };
  const start = (): Promise<Library> => {
    lookedAt = Date.now();
    looking ??= look().finally(() => {
      looking = undefined;
      if (again) refresh();
    });
    return looking;
  };
  /** In the background: whoever asks has an older one to go on with. */
  const refresh = () => {
    again = looking !== undefined;
    if (again) return;
    start().catch((error) => log.warn({ event: "chatbot.not-refreshed", ...errorFields(error) }));
  };

  return {
    refresh,
    library: async () => {
      if (!held) return start();
      if (Date.now() - lookedAt >= LOOK_MS) refresh();
      return held;
    },
  };
}
