import { EmptyState } from "@/components/ui/empty-state";
import { troubleLabels } from "./labels";

/** An empty list is good news only when there is nothing on its other pages either. */
export function NothingLeft({ total, title, why }: { total: number; title: string; why: string }) {
  return total > 0 ? (
    <EmptyState title={troubleLabels.pageEmpty}>{troubleLabels.pageEmptyWhy}</EmptyState>
  ) : (
    <EmptyState icon="circle-check" title={title}>
      {why}
    </EmptyState>
  );
}
