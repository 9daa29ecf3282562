import { Notice } from "@/components/ui/notice";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { clock, shortDate } from "@/lib/core/time";
import { deskLabels as t } from "../labels";

/**
 * A second person objected to what was already going out: for everybody who opens it, and for whoever pressed when the
 * hold had just ended and believes it was taken back.
 */
export function Objection({ loaded }: { loaded: LoadedBroadcast }) {
  const { version, names } = loaded;
  if (version?.decision !== "returned" || !version.decidedBy || !version.decidedAt) return null;
  const at = `${shortDate(version.decidedAt)} ${clock(version.decidedAt)}`;
  return (
    <Notice tone="danger" live="alert" title={t.objected(names[version.decidedBy] ?? "", at)}>
      <p className="whitespace-pre-wrap">{version.reason}</p>
      <p>{t.objectedBody}</p>
    </Notice>
  );
}
