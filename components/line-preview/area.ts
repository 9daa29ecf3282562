type Box = { x: number; y: number; width: number; height: number };

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1e4) / 100}%`;

/** Where a tappable area lies over an image of any shown size: parts of the base size, cut at the image's edge. */
export function areaPercent(area: Box, base: { width: number; height: number }) {
  const left = Math.min(Math.max(area.x, 0), base.width);
  const top = Math.min(Math.max(area.y, 0), base.height);
  return {
    left: percent(left, base.width),
    top: percent(top, base.height),
    width: percent(Math.max(Math.min(area.x + area.width, base.width) - left, 0), base.width),
    height: percent(Math.max(Math.min(area.y + area.height, base.height) - top, 0), base.height),
  };
}
