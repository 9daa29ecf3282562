import { Panel } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { LoadedBroadcast } from "@/lib/broadcasts/loaders";
import { deskLabels as t } from "../labels";
import { StateBadge } from "../state-badge";

export function Corrections({ loaded }: { loaded: LoadedBroadcast }) {
  const { corrections } = loaded;
  if (corrections.length === 0) return null;
  return (
    <Panel title={t.corrections}>
      <ul className="flex flex-col gap-2">
        {corrections.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2">
            <StateBadge state={one.state} size="sm" />
            <Link href={`/broadcasts/${one.id}`} className="text-link underline underline-offset-3">
              {one.title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
