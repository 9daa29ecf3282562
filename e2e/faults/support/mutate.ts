import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type Bundle, bundlePrograms } from "@/lib/demo/bundle-gateway";
import { ROOT } from "../../support/run";

/** One passage of one source file, and what stands there instead. */
export type Mutation = { file: string; find: string; replace: string };

/** The programs with a safeguard taken out, so that a run can show that it would notice. */
export const bundleBroken = (mutations: readonly Mutation[]): Promise<Bundle> =>
  bundlePrograms(ROOT, {
    // Made anew when they change.
    name: createHash("sha256").update(JSON.stringify(mutations)).digest("hex").slice(0, 12),
    setup: ({ onLoad }) => {
      for (const file of new Set(mutations.map((one) => one.file))) {
        const full = path.join(ROOT, file);
        onLoad({ filter: new RegExp(`^${full.replaceAll(/[^\w/]/g, "\\$&")}$`) }, () => {
          let contents = fs.readFileSync(full, "utf8");
          for (const { find, replace } of mutations.filter((one) => one.file === file)) {
            if (!contents.includes(find)) throw new Error(`mutation: ${file} has no passage «${find}»`);
            contents = contents.replace(find, replace);
          }
          return { contents, loader: "ts" };
        });
      }
    },
  });
