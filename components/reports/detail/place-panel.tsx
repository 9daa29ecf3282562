import { tilesFrom } from "@/components/map/map-data";
import { MiniMap } from "@/components/map/mini-map";
import { Panel } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Link } from "@/components/ui/link";
import type { Point } from "@/lib/core/geo";
import type { LoadedReport } from "@/lib/reports/loaders";
import { reportsHref } from "@/lib/reports/search";
import { caseOf } from "./case";
import { detailLabels as t } from "./labels";
import { PlaceEditor } from "./place-editor";

const AROUND_DEGREES = 0.004;
const around = ({ lat, lng }: Point) => ({
  south: lat - AROUND_DEGREES,
  west: lng - AROUND_DEGREES,
  north: lat + AROUND_DEGREES,
  east: lng + AROUND_DEGREES,
});

/** Where it is: the map, the words, and how to put it right. */
export function PlacePanel({ loaded }: { loaded: LoadedReport }) {
  const { report, abilities, sketch, tileUrl } = loaded;
  const tiles = tilesFrom(tileUrl);
  return (
    <Panel
      title={t.place}
      actions={
        sketch &&
        abilities.mayPlace && (
          <PlaceEditor report={caseOf(loaded)} point={report.point} sketch={sketch} tiles={tiles} />
        )
      }
    >
      <div className="flex flex-col gap-4">
        {report.point && sketch ? (
          <MiniMap
            point={report.point}
            sketch={sketch}
            tiles={tiles}
            status={report.status}
            className="h-64 sm:h-72"
          />
        ) : (
          <div className="flex items-start gap-3 rounded-8 bg-sunken px-4 py-4">
            <Icon name="map-pin-off" className="mt-0.5 text-muted" />
            <div>
              <p className="font-bold">{sketch ? t.noPoint : t.noSketch}</p>
              {sketch && <p className="text-sm leading-6 text-muted">{t.noPointWhy}</p>}
            </div>
          </div>
        )}
        <KeyValueList
          items={[
            { key: "address", label: t.address, value: report.address ?? t.noAddress },
            {
              key: "area",
              label: t.area,
              value: (
                <>
                  {report.area?.name ?? t.noArea}
                  {report.areaSource && report.area && (
                    <span className="ml-2 text-sm text-muted">{t.areaSource[report.areaSource]}</span>
                  )}
                  {report.point && (
                    <span className="block text-sm text-muted tabular">
                      {t.coordinates(report.point.lat.toFixed(5), report.point.lng.toFixed(5))}
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
        {report.point && (
          <Link
            href={reportsHref({ bbox: around(report.point) })}
            className="inline-flex min-h-8 items-center gap-1.5 self-start text-link underline underline-offset-3 print:hidden"
          >
            <Icon name="map" size={16} />
            {t.openMapList}
          </Link>
        )}
      </div>
    </Panel>
  );
}
