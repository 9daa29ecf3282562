import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";

const SILENT = new Set([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
  ],
  ...["57P01", "57P02", "57P03"], // shuts down, starts up
]);
/** What node-postgres says without a code. */
const SILENT_WORDS = /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout)/;
const REFUSED = new Set(["28000", "28P01", "3D000", "53300"]);
/** A table, column, function or schema that is not there: a database before, or behind, its migrations. */
const BEHIND = new Set(["42P01", "42703", "42883", "3F000"]);

function causesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  return [error, ...inner.flatMap(causesOf)];
}

/**
 * What an error says of the database, in a line for whoever typed the command; null when it says nothing of it.
 * `setting` names the address that was used.
 */
export function databaseTrouble(error: unknown, setting = "DATABASE_URL"): string | null {
  const causes = causesOf(error);
  // A TypeError is fetch's: somebody else did not answer.
  if (causes.some((each) => each instanceof TypeError)) return null;
  const codes = causes.map((each) => String((each as { code?: unknown }).code ?? ""));
  const isOf = (known: Set<string>) => codes.find((code) => known.has(code));
  const silent = isOf(SILENT) ?? causes.find(({ message }) => SILENT_WORDS.test(message))?.message;
  if (silent !== undefined)
    return `データベースが応答しません（${setting}: ${silent}）。動いているか、アドレスが正しいかを確かめて、もう一度実行してください。`;
  const refused = isOf(REFUSED);
  if (refused !== undefined)
    return `データベースに入れません（${setting}: ${refused}）。利用者名・パスワード・データベース名を確かめて、もう一度実行してください。`;
  const isQuery = causes.some(
    (each) => each instanceof DrizzleQueryError || each instanceof pg.DatabaseError,
  );
  return isQuery && isOf(BEHIND) !== undefined
    ? "データベースの準備がまだです。先に npm run db:migrate を実行してください。"
    : null;
}

/** Runs what a command does on its database. Trouble with that is one line and exit code 1; all else is thrown on. */
export async function onDatabase(work: () => Promise<void>, setting = "DATABASE_URL"): Promise<void> {
  try {
    await work();
  } catch (error) {
    const trouble = databaseTrouble(error, setting);
    if (trouble === null) throw error;
    process.stderr.write(`${trouble}\n`);
    process.exitCode = 1;
  }
}
