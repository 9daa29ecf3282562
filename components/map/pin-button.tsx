import type { ButtonHTMLAttributes } from "react";
import { STATUS_LOOK } from "@/components/reports/status-badge";
import { Icon } from "@/components/ui/icon";
import type { ReportStatus } from "@/db/enums";
import { pinName } from "./labels";
import { PIN_SHAPES } from "./map-data";
import type { MapPin } from "./types";

/** The drawing of a pin: a shape of its own for each status, its colour, and the icon that its badge has too. */
export function PinFace({ status, urgent }: { status: ReportStatus; urgent?: boolean }) {
  const look = STATUS_LOOK[status];
  return (
    <span className="map-pin-face" style={{ color: look.cssColor }}>
      <svg width="32" height="40" viewBox="0 0 32 40" aria-hidden="true" focusable="false">
        <path className="map-pin-body" d={PIN_SHAPES[status]} />
      </svg>
      <span className="map-pin-icon">
        <Icon name={look.icon} size={15} />
      </span>
      {urgent && (
        <span className="map-pin-urgent" aria-hidden="true">
          !
        </span>
      )}
    </span>
  );
}

type Props = { pin: MapPin; selected: boolean; hovered: boolean } & ButtonHTMLAttributes<HTMLButtonElement>;

export function PinButton({ pin, selected, hovered, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className="map-pin leaflet-zoom-animated"
      data-mark={pin.id}
      data-selected={selected || undefined}
      data-hovered={hovered || undefined}
      aria-label={pinName(pin)}
      aria-pressed={selected}
    >
      <PinFace status={pin.status} urgent={pin.urgent} />
      {(hovered || selected) && (
        <span className="map-tip" aria-hidden="true">
          {pin.label}
        </span>
      )}
    </button>
  );
}
