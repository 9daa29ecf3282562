import { eq, or, type SQL, sql } from "drizzle-orm";
import { botQuestions } from "@/db/schema";

/** A question that found nothing and was not helped by the nearest ones. As `missOf` (lib/chatbot/question.ts). */
export const isUnanswered = (): SQL =>
  sql`(${botQuestions.outcome} = 'not_found' and ${botQuestions.entryKey} is null)`;

export const isUnhelpful = (): SQL => eq(botQuestions.helpful, sql`false`);

/** What `bot_misses` counts; has an index of its own. */
export const isMiss = (): SQL | undefined => or(isUnanswered(), isUnhelpful());
