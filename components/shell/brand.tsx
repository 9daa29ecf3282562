import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { shellLabels } from "./labels";

/** A window of a counter, drawn by us; the city's name beside it. */
export function Brand({ cityName }: { cityName: string }) {
  return (
    <Link href="/" className="flex min-w-0 items-center gap-2.5 rounded-8 no-underline">
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden className="shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M8 9.5h16v9H8z M6 22.5h20 M16 9.5v9"
          className="fill-none stroke-on-accent"
          strokeWidth="2"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className="min-w-0 leading-tight">
        <span className="block truncate text-base font-bold">{cityName}</span>
        <span className="block text-xs text-muted">{shellLabels.product}</span>
      </span>
    </Link>
  );
}

export function DemoBadge() {
  return (
    <span className="inline-flex items-center gap-1 rounded-6 border border-dashed border-warning bg-warning-soft px-2 text-xs font-medium leading-6 whitespace-nowrap text-warning-ink">
      <Icon name="info" size={14} />
      {shellLabels.demo}
    </span>
  );
}
