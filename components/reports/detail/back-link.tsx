import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { detailLabels as t } from "./labels";

export function BackLink() {
  return (
    <Link
      href="/reports"
      className="-ml-1 mb-1 inline-flex min-h-8 items-center gap-1 rounded-6 pr-2 text-sm text-link no-underline hover:underline"
    >
      <Icon name="chevron-left" size={16} />
      {t.back}
    </Link>
  );
}
