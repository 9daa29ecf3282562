import { uiLabels } from "@/components/ui/labels";
import { Skeleton } from "@/components/ui/skeleton";

/** The outline of a page of panels, while it is read. */
export function PageSkeleton() {
  return (
    <div role="status" className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 md:px-8">
      <span className="sr-only">{uiLabels.loading}</span>
      <Skeleton className="h-9 w-48" />
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-5">
        {["a", "b", "c", "d", "e"].map((key) => (
          <Skeleton key={key} className="h-18" />
        ))}
      </div>
      <div className="grid gap-6 xl:grid-cols-2">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
