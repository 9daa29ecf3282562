import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import type { IconName } from "@/components/ui/icon";
import type { BookLine } from "@/lib/garbage/book/difference";
import { garbageLabels as t } from "./labels";

const LOOK: Record<BookLine["change"], { tone: BadgeTone; icon: IconName }> = {
  added: { tone: "success", icon: "plus" },
  changed: { tone: "info", icon: "pencil" },
  removed: { tone: "danger", icon: "minus" },
};
const SHOWN = 200;

/** Areas, kinds, days off, categories: what of them would come, change and go. `all`: where only the first ones came. */
export function BookLines({ lines, all = lines.length }: { lines: readonly BookLine[]; all?: number }) {
  if (lines.length === 0) return <p className="text-muted">{t.same}</p>;
  const shown = Math.min(lines.length, SHOWN);
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.key}>
            <Disclosure
              title={
                <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
                  <Badge size="sm" {...LOOK[line.change]}>
                    {t.change[line.change]}
                  </Badge>
                  <span className="min-w-0 font-medium break-words">{line.title}</span>
                  <span className="text-sm font-normal text-muted break-words">
                    {line.fields
                      .slice(0, 4)
                      .map((field) => field.name)
                      .join("、")}
                  </span>
                </span>
              }
            >
              <dl className="flex flex-col gap-2">
                {line.fields.map((field) => (
                  <div key={field.name} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
                    <dt className="text-sm leading-6 font-bold text-muted break-words">{field.name}</dt>
                    <dd className="leading-6 break-words whitespace-pre-wrap">
                      {line.change === "changed" && (
                        <>
                          <span className="text-sm text-muted">{t.before} </span>
                          {field.before || t.none}
                          <span className="px-2" aria-hidden>
                            →
                          </span>
                          <span className="text-sm text-muted">{t.after} </span>
                        </>
                      )}
                      {(line.change === "removed" ? field.before : field.after) || t.none}
                    </dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          </li>
        ))}
      </ul>
      {all > shown && <p className="pt-2 text-sm text-muted">{t.moreLines(all - shown)}</p>}
    </>
  );
}
