import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";
import { expect, it } from "vitest";
import { databaseTrouble } from "./trouble";

const coded = (code: string) => Object.assign(new Error("x"), { code });
const ofServer = (code: string) => Object.assign(new pg.DatabaseError("x", 1, "error"), { code });
const asked = (cause: Error) => new DrizzleQueryError("select 1", [], cause);

it.each([
  ["refuses connections", coded("ECONNREFUSED"), "DATABASE_URL: ECONNREFUSED"],
  ["on both addresses of a name", asked(new AggregateError([coded("ECONNREFUSED")])), "応答しません"],
  ["has no such host", asked(coded("ENOTFOUND")), "DATABASE_URL: ENOTFOUND"],
  ["does not answer in time", new Error("timeout exceeded when trying to connect"), "応答しません"],
  ["goes away", new Error("Connection terminated unexpectedly"), "応答しません"],
  ["is starting up", asked(ofServer("57P03")), "応答しません"],
  ["wants another password", ofServer("28P01"), "DATABASE_URL: 28P01"],
  ["is not there", asked(ofServer("3D000")), "データベース名"],
  ["has no tables", asked(ofServer("42P01")), "npm run db:migrate"],
  ["is behind", asked(ofServer("42703")), "npm run db:migrate"],
])("a database that %s", (_what, error, said) => {
  const trouble = databaseTrouble(error);
  expect(trouble).toContain(said);
  expect(trouble).not.toContain("\n");
});
it("names the address that was used", () =>
  expect(databaseTrouble(coded("ECONNREFUSED"), "DATABASE_OWNER_URL")).toContain("DATABASE_OWNER_URL:"));
it.each([
  ["LINE", new TypeError("fetch failed", { cause: coded("ECONNREFUSED") })],
  ["a rule of the database", asked(ofServer("23505"))],
  ["a file", coded("ENOENT")],
  ["a mistake of ours", new TypeError("x is not a function")],
  ["something thrown", "x"],
])("says nothing of the database: %s", (_what, error) => expect(databaseTrouble(error)).toBeNull());
