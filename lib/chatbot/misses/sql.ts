import { and, eq, type SQL, sql } from "drizzle-orm";
import { botMisses, botVersions } from "@/db/schema";

/** Workers hear of a published book within seconds; what was asked until then was not asked of the new one. */
const HEARD_AFTER = sql`interval '10 seconds'`;

export const isOpen = (): SQL => eq(botMisses.state, "open");

/** Missed at all since it was settled: few are, and those have an index of their own. */
const isMissedSince = (): SQL =>
  sql`${botMisses.state} = 'settled' and ${botMisses.lastAt} > ${botMisses.settledAt}`;

/**
 * Settled, published since, and missed again all the same: it waits for a person once more. `entry_key` names the book
 * by its first letter, as buttons do (lib/chatbot/tap.ts).
 */
export const isBack = (): SQL | undefined =>
  and(
    isMissedSince(),
    sql`exists (select 1 from ${botVersions}
      where ${botVersions.book} = case when ${botMisses.entryKey} like 'g:%' then 'garbage' else 'faq' end
        and ${botVersions.publishedAt} > ${botMisses.settledAt}
        and ${botVersions.publishedAt} + ${HEARD_AFTER} < ${botMisses.lastAt})`,
  );

/** How often it was asked in vain, since it was first asked. The index of the open ones is built on these words. */
export const times = (): SQL<number> => sql<number>`(${botMisses.unanswered} + ${botMisses.unhelpful})`;
