import { DrizzleQueryError } from "drizzle-orm";
import { expect, it } from "vitest";
import { consoleFields } from "./console";

const WORDS = "山田太郎090-1234-5678";
const cause = Object.assign(new Error(`invalid input: "${WORDS}"`), { code: "57014", detail: WORDS });

it.each<[string, unknown[]]>([
  ["a query that failed", [new DrizzleQueryError("select $1", [WORDS], cause)]],
  ["the same behind a sign, as Next prints it", ["⨯", new DrizzleQueryError("select $1", [WORDS], cause)]],
  ["the same within another error", [new Error(WORDS, { cause })]],
  ["its text", [`Failed query: select $1\nparams: ${WORDS},51`]],
  ["an object", [{ params: [WORDS] }]],
])("says no words of people: %s", (_, args) => {
  expect(JSON.stringify(consoleFields(args))).not.toContain("山田");
});

it("says what and where it was", () => {
  const fields = consoleFields([
    "⨯",
    Object.assign(new DrizzleQueryError("select 1", [], cause), { digest: "42" }),
  ]);
  expect(fields).toMatchObject({ event: "console", error: "Error", code: "57014", digest: "42" });
  expect((fields as { at: string[] }).at[0]).toMatch(/^at .*console\.test\.ts/);
  expect(consoleFields(["▲ Next.js", "ready"])).toEqual({ event: "console", said: "▲ Next.js ready" });
});
