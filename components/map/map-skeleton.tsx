import { mapLabels } from "./labels";

/** Stands in for the map until Leaflet has come. */
export function MapSkeleton() {
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-sunken text-sm text-muted">
      {mapLabels.loading}
    </div>
  );
}
