import type { Mutation } from "../support/mutate";

export const BREAKS = ["dedupe", "lease", "order"] as const;
export type Break = (typeof BREAKS)[number];

/** One safeguard each, taken out of the running source: the run must notice. */
export const MUTATIONS: Record<Break, Mutation[]> = {
  dedupe: [
    {
      file: "lib/line/events.ts",
      find: "word(event.webhookEventId, 128) ??",
      replace: "String(Math.random()) ??",
    },
  ],
  lease: [
    { file: "lib/inbox/commands.ts", find: "return held.length > 0;", replace: "return true;" },
    {
      file: "lib/inbox/commands.ts",
      find: "eq(inboxLeases.owner, input.owner)))\n    .returning",
      replace: 'eq(inboxLeases.owner, "nobody")))\n    .returning',
    },
    { file: "lib/inbox/commands.ts", find: "l.lease_until > now()", replace: "false" },
    { file: "lib/inbox/commands.ts", find: "in (select lane from lapsed)", replace: "is not null" },
    {
      file: "lib/inbox/commands.ts",
      find: "where l.lease_until <= now()\n    returning",
      replace: "where true\n    returning",
    },
    {
      file: "lib/inbox/jobs.ts",
      find: '.where(eq(lineEvents.webhookEventId, id)).for("update")',
      replace: ".where(eq(lineEvents.webhookEventId, id))",
    },
  ],
  order: [
    {
      file: "lib/inbox/queries.ts",
      find: "return newer !== undefined;",
      replace: "return false && newer !== undefined;",
    },
  ],
};
