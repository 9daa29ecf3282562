import { sha256 } from "@/lib/core/id";
import { canonicalJson } from "./canonical";

/** SHA-256 over what is approved: kind, content, rule and schedule. The title is for staff and may be mended. */
export const versionHash = (of: {
  kind: string;
  content: unknown;
  rule: unknown;
  schedule: unknown;
}): string =>
  sha256(canonicalJson({ kind: of.kind, content: of.content, rule: of.rule, schedule: of.schedule }));
