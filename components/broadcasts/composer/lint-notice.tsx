import { Notice } from "@/components/ui/notice";
import type { BroadcastKind } from "@/db/enums";
import type { Content } from "@/lib/broadcasts/content";
import { lintContent } from "@/lib/broadcasts/lint";
import { deskLabels, LINT_LABELS } from "../labels";

/** What may be sent and yet deserves a second look. */
export function LintNotice({ kind, content }: { kind: BroadcastKind; content: Content }) {
  const findings = lintContent({ kind, content });
  if (findings.length === 0) return null;
  return (
    <Notice tone="warning" title={deskLabels.warnings}>
      <ul className="list-disc pl-5">
        {findings.map((f) => (
          <li key={`${f.spoken}.${f.block}.${f.code}`}>{LINT_LABELS[f.code](f.found)}</li>
        ))}
      </ul>
    </Notice>
  );
}
