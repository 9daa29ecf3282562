export const BREAKS = ["dedupe", "lease", "order"] as const;
export type Break = (typeof BREAKS)[number];

/** One safeguard each, taken out of the running source: the run must notice. */
export const MUTATIONS: Record<Break, { file: string; find: string; replace: string }[]> = {
  dedupe: [
    {
      file: "lib/line/events.ts",
      find: "word(event.webhookEventId, 128) ??",
      replace: "String(Math.random()) ??",
    },
  ],
  lease: [
    { file: "lib/inbox/commands.ts", find: "return lease?.owner === input.owner;", replace: "return true;" },
    { file: "lib/inbox/commands.ts", find: "l.lease_until > now()", replace: "false" },
    { file: "lib/inbox/commands.ts", find: "where l.lease_until <= now()", replace: "where true" },
    { file: "lib/inbox/commands.ts", find: '.for("update");\n  return true', replace: ";\n  return true" },
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
