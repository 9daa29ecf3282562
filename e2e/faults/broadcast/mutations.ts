import type { Mutation } from "../support/mutate";

export const BREAKS = ["retry-key", "lease", "freeze"] as const;
export type Break = (typeof BREAKS)[number];

/** One safeguard each, taken out of the running source: the run must notice. */
export const MUTATIONS: Record<Break, Mutation[]> = {
  "retry-key": [
    { file: "lib/delivery/jobs.ts", find: "    batch.retryKey,\n", replace: "    crypto.randomUUID(),\n" },
  ],
  lease: [
    {
      file: "lib/delivery/batches/commands.ts",
      find: "else b.lease_until <= now() or",
      replace: "else true or",
    },
    {
      file: "lib/delivery/batches/commands.ts",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the source's own words
      find: " and lease_owner = ${owner} and attempts = ${batch.attempts} and state = 'sending'",
      replace: "",
    },
    {
      file: "lib/delivery/batches/commands.ts",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the source's own words
      find: "where b.lease_owner = ${input.owner} and b.attempts = told.attempts and b.state = 'sending'",
      replace: "where true",
    },
  ],
  freeze: [
    {
      file: "lib/delivery/freeze/commands.ts",
      find: 'const isDue = and(eq(broadcasts.state, "scheduled"),',
      replace: "const isDue = and(sql`state in ('scheduled', 'held')`,",
    },
    {
      file: "lib/delivery/freeze/commands.ts",
      find: 'state === "held" ? "release"',
      replace: 'false ? "release"',
    },
    {
      file: "lib/delivery/freeze/commands.ts",
      find: "before + part + 1, spoken",
      replace:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the source's own words
        "(select coalesce(max(m.n), 0) from broadcast_batches m where m.broadcast_id = ${input.broadcastId}::uuid) + before + part + 1, spoken",
    },
  ],
};
