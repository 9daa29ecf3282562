import { type SQL, sql } from "drizzle-orm";
import { SPOKEN } from "@/db/enums";
import { friends } from "@/db/schema";

const CHOSEN = sql.join(
  SPOKEN.map((spoken, place) => sql`when ${sql.raw(String(place))} then ${sql.raw(`'${spoken}'`)}`),
  sql` `,
);

/** `writtenLanguage` as a column. */
export const writtenLanguageColumn: SQL<string | null> =
  sql`case when ${friends.spokenChosenAt} is null then ${friends.language} else case ${friends.spoken} ${CHOSEN} end end`;
