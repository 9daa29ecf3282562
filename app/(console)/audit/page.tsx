import type { Metadata } from "next";
import { AuditFilter, type AuditQuery } from "@/components/audit/audit-filter";
import { AuditList } from "@/components/audit/audit-list";
import { AuditTable } from "@/components/audit/audit-table";
import { auditLabels } from "@/components/audit/labels";
import { VerifyPanel } from "@/components/audit/verify-panel";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { isoDate } from "@/lib/core/time";
import { loadAudit } from "@/lib/oversight/loaders";

export const metadata: Metadata = { title: auditLabels.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const KEYS = ["staff", "action", "subject", "id", "from", "to"] as const;

export default async function AuditPage({ searchParams }: Props) {
  const params = await searchParams;
  const { rows, next, search, people, now } = await loadAudit(params);
  const given = KEYS.map((key) => [key, typeof params[key] === "string" ? params[key] : ""] as const);
  const query = Object.fromEntries(given) as AuditQuery;
  const kept = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  const page = (before: number) => `/audit?${new URLSearchParams([...kept, ["before", String(before)]])}`;
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={auditLabels.title} lead={auditLabels.lead} />
      <VerifyPanel />
      <AuditFilter key={kept.toString()} query={query} people={people} today={isoDate(now)} />
      <Card className="overflow-hidden">
        {rows.length === 0 && (
          <EmptyState icon="scroll" title={auditLabels.empty}>
            {auditLabels.emptyText}
          </EmptyState>
        )}
        {rows.length > 0 && <AuditTable rows={rows} />}
        {rows.length > 0 && <AuditList rows={rows} />}
      </Card>
      <Pagination previous={null} next={next === null ? null : page(next)}>
        {search.before !== null && (
          <TextLink href={kept.size > 0 ? `/audit?${kept}` : "/audit"}>{auditLabels.newest}</TextLink>
        )}
      </Pagination>
    </div>
  );
}
