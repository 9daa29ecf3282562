import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { LoadedBotEntry } from "@/lib/chatbot/desk/loaders";
import { EntryEditor } from "./entry-editor";
import { entryLabels as t } from "./labels";

/** The page of one entry, or of one that is begun. */
export function EntryPage({ loaded }: { loaded: LoadedBotEntry }) {
  const { key, typed, change, changedBy, mayWrite } = loaded;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 pt-6 md:px-8">
      <PageHeader
        above={
          <Link
            href="/bot"
            className="-ml-1 mb-1 inline-flex min-h-8 items-center gap-1 rounded-6 pr-2 text-sm text-link no-underline hover:underline"
          >
            <Icon name="chevron-left" size={16} />
            {t.back}
          </Link>
        }
        title={key === null ? t.newTitle : typed.title}
        lead={
          (change || changedBy) && (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {change && (
                <Badge tone="info" icon={change === "added" ? "plus" : "pencil"}>
                  {t[change]}
                </Badge>
              )}
              {changedBy && <span className="text-sm">{t.changedBy(changedBy)}</span>}
            </span>
          )
        }
      />
      {!mayWrite && <Notice>{t.readOnly}</Notice>}
      <EntryEditor key={key ?? "new"} loaded={loaded} />
    </div>
  );
}
