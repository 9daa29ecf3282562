import fs from "node:fs";
import { fileURLToPath } from "node:url";

const mutations = JSON.parse(process.env.MUTATE ?? "[]");

export async function load(url, context, nextLoad) {
  const mutation = url.startsWith("file:")
    ? mutations.filter((m) => fileURLToPath(url.split("?")[0]).endsWith(m.file))
    : [];
  if (mutation.length === 0) return nextLoad(url, context);
  let source = fs.readFileSync(fileURLToPath(url.split("?")[0]), "utf8");
  for (const { file, find, replace } of mutation) {
    if (!source.includes(find)) throw new Error(`mutation: ${file} has no passage «${find}»`);
    source = source.replace(find, replace);
  }
  const loaded = await nextLoad(url, context);
  return { ...loaded, source };
}
