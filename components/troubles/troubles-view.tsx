import { TextLink } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { type TroublesSearch, troublesHref } from "@/lib/troubles/search";
import type { Troubles } from "@/lib/troubles/view";
import { EventsPanel } from "./events-panel";
import { troubleLabels } from "./labels";
import { MessagesPanel } from "./messages-panel";

export function TroublesView({ troubles, search }: { troubles: Troubles; search: TroublesSearch }) {
  const { counts, events, messages, now, mayRetry } = troubles;
  const pages = (label: string, key: keyof TroublesSearch, next: string | null) => (
    <Pagination label={label} previous={null} next={next && troublesHref({ ...search, [key]: next })}>
      {search[key] && (
        <TextLink href={troublesHref({ ...search, [key]: null })}>{troubleLabels.newest}</TextLink>
      )}
    </Pagination>
  );
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={troubleLabels.title} lead={troubleLabels.lead} />
      <EventsPanel rows={events.rows} total={counts.parked} now={now} mayRetry={mayRetry} />
      {pages(troubleLabels.eventsPages, "eventsAfter", events.next)}
      <MessagesPanel
        rows={messages.rows}
        total={counts.unknown + counts.failed}
        now={now}
        mayRetry={mayRetry}
      />
      {pages(troubleLabels.messagesPages, "messagesAfter", messages.next)}
    </div>
  );
}
