import { builtActions } from "../../support/manifest";
import { signIn } from "../../support/sign-in";

/**
 * A person at the console, over HTTP as their browser would be. A console that is dead, or dies before it answers, is an
 * error: nobody knows whether it was done.
 */
export type Desk = {
  /** True: done. False: the console says that it cannot be done. */
  do: (action: string, broadcastId: string, input: unknown) => Promise<boolean>;
  /** Deeds asked for and not answered yet. */
  waiting: () => number;
};

export function openDesk(appUrl: string, person: { email: string; password: string }): Desk {
  const actions = new Map(builtActions().map((action) => [action.name, action]));
  let session = "";
  let waiting = 0;

  return {
    waiting: () => waiting,
    async do(name, broadcastId, input) {
      const action = actions.get(name);
      if (!action) throw new Error(`the build has no ${name}`);
      session ||= await signIn(appUrl, person);
      waiting += 1;
      try {
        const response = await fetch(appUrl + action.page.replace(/\[\w+\]/g, broadcastId), {
          method: "POST",
          headers: {
            "next-action": action.id,
            "content-type": "text/plain;charset=UTF-8",
            accept: "text/x-component",
            cookie: session,
            origin: appUrl,
          },
          body: JSON.stringify([input]),
          redirect: "manual",
          signal: AbortSignal.timeout(10_000),
        });
        const text = await response.text();
        if (text.includes('"ok":true')) return true;
        const reason = /"reason":"([a-z-]+)"/.exec(text)?.[1] ?? `status ${response.status}`;
        if (reason === "unauthenticated") session = "";
        if (["unauthenticated", "unavailable"].includes(reason) || reason.startsWith("status"))
          throw new Error(`${name}: ${reason}`);
        return false;
      } finally {
        waiting -= 1;
      }
    },
  };
}
