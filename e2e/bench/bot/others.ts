import { sql } from "drizzle-orm";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { openDatabase } from "@/db";
import type { Entry } from "@/lib/chatbot/entry";

/** Another way to find an item, as one would set it up over title and reading. Gives at most three ids, best first. */
export type Finder = { name: string; find: (q: string) => Promise<string[]> };

const MOST = 3;

const exact = (entries: readonly Entry[]): Finder => ({
  name: "exact match",
  find: async (q) =>
    entries
      .filter(({ title, reading }) => title === q || reading === q)
      .slice(0, MOST)
      .map(({ key }) => key),
});

/** Fuzzy, wherever in the words, title before reading; half of the score it can lose is still a hit. */
function fuse(entries: readonly Entry[]): Finder {
  const engine = new Fuse([...entries], {
    keys: [
      { name: "title", weight: 2 },
      { name: "reading", weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.4,
    includeScore: true,
  });
  return {
    name: "fuse.js",
    find: async (q) => engine.search(q, { limit: MOST }).map(({ item }) => item.key),
  };
}

/** Pairs of letters for terms, as its documentation advises for scripts without spaces. */
const pairs = (text: string): string[] => {
  const letters = [...text.normalize("NFKC").toLowerCase().replace(/\s/g, "")];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
};

function mini(entries: readonly Entry[]): Finder {
  const engine = new MiniSearch<{ id: string; title: string; reading: string }>({
    fields: ["title", "reading"],
    tokenize: pairs,
    searchOptions: { boost: { title: 1.5 }, combineWith: "OR" },
  });
  engine.addAll(entries.map(({ key, title, reading }) => ({ id: key, title, reading: reading ?? "" })));
  return {
    name: "minisearch",
    find: async (q) =>
      engine
        .search(q)
        .slice(0, MOST)
        .map((hit) => String(hit.id)),
  };
}

const escaped = (q: string): string => q.replace(/[\\%_]/g, "\\$&");

/** LIKE and pg_trgm in a database of the house's own PostgreSQL. */
async function inSql(url: string, entries: readonly Entry[]) {
  const admin = openDatabase(url, { max: 1 });
  await admin.db.execute(sql`create database bench_bot template template0`);
  await admin.close();
  const address = new URL(url);
  address.pathname = "/bench_bot";
  const { db, close } = openDatabase(address.href, { max: 1 });
  await db.execute(sql`create extension pg_trgm`);
  // Short Japanese words have few trigrams: at the default of 0.3 it would find far less.
  await db.execute(sql`set pg_trgm.similarity_threshold = 0.2`);
  await db.execute(sql`create table items (id text, title text not null, reading text not null)`);
  await db.execute(sql`
    insert into items select * from unnest(
      ${sql.param(entries.map((e) => e.key))}::text[], ${sql.param(entries.map((e) => e.title))}::text[],
      ${sql.param(entries.map((e) => e.reading ?? ""))}::text[])`);
  await db.execute(sql`create index on items using gin (title gin_trgm_ops, reading gin_trgm_ops)`);
  await db.execute(sql`analyze items`);
  const ids = (result: { rows: { id: string }[] }) => result.rows.map((row) => row.id);
  const like: Finder = {
    name: "SQL LIKE",
    find: async (q) => {
      const held = `%${escaped(q)}%`;
      return ids(
        await db.execute<{ id: string }>(sql`
          select id from items where title ilike ${held} or reading ilike ${held}
          order by length(title), id limit ${MOST}`),
      );
    },
  };
  const trigrams: Finder = {
    name: "pg_trgm",
    find: async (q) =>
      ids(
        await db.execute<{ id: string }>(sql`
          select id from items where title % ${q} or reading % ${q}
          order by greatest(similarity(title, ${q}), similarity(reading, ${q})) desc, length(title) limit ${MOST}`),
      ),
  };
  return { finders: [like, trigrams], close };
}

/** All of them over the same items; `close` ends their database. */
export async function otherFinders(url: string, entries: readonly Entry[]) {
  const { finders, close } = await inSql(url, entries);
  return { finders: [exact(entries), ...finders, fuse(entries), mini(entries)], close };
}
