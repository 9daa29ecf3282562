/**
 * What is wrong with the way the focus shows itself, in words, or null. Runs in the page, so it needs nothing round it.
 * Visible (WCAG 2.4.7, 1.4.11): an outline, on the element or on what is drawn for it, at 3:1 against its ground.
 * Not hidden (2.4.11): its middle is not under something else.
 */
export function faultOfFocus(): string | null {
  const LEAST_CONTRAST = 3;
  const element = document.activeElement;
  // The end of the page: it is the browser's own bar's turn.
  if (!(element instanceof HTMLElement) || element === document.body) return null;

  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour: string): number[] => {
    if (!brush) return [0, 0, 0, 0];
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (colour: number[]): number => {
    const [r = 0, g = 0, b = 0] = colour.map((part) => {
      const x = part / 255;
      return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: number[], other: number[]): number => {
    const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const groundOf = (start: Element | null): number[] => {
    for (let at = start; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };

  // A box that is only drawn (checkbox, radio) has its input hidden in the same label.
  const label = element instanceof HTMLInputElement ? element.closest("label") : null;
  const drawn = new Set<Element>([element, ...element.querySelectorAll("*")]);
  for (const near of label ? [label, ...label.querySelectorAll("*")] : []) drawn.add(near);
  // A colour that is still on its way says nothing: what counts is where it comes to rest.
  for (const one of drawn) {
    for (const change of one.getAnimations()) if (change instanceof CSSTransition) change.finish();
  }
  const rings: number[] = [];
  for (const one of drawn) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(one, part);
      if (style.outlineStyle === "none" || Number.parseFloat(style.outlineWidth) < 1) continue;
      const inside = Number.parseFloat(style.outlineOffset) < 0;
      rings.push(contrast(rgba(style.outlineColor), groundOf(inside ? one : one.parentElement)));
    }
  }
  // A field whose whole box is drawn by what is round it.
  const round = element.parentElement && getComputedStyle(element.parentElement);
  if (rings.length === 0 && round && round.boxShadow !== "none")
    rings.push(contrast(rgba(round.borderTopColor), groundOf(element.parentElement)));
  if (rings.length === 0) return "the focus is not to be seen";
  const best = Math.max(...rings);
  if (best < LEAST_CONTRAST) return `the focus has a contrast of ${best.toFixed(1)} only`;

  const seen = label ?? element;
  const box = seen.getBoundingClientRect();
  const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const hit = document.elementFromPoint(
    middle(box.left, box.right, innerWidth),
    middle(box.top, box.bottom, innerHeight),
  );
  if (!hit) return "the focus is out of sight";
  if (seen.contains(hit) || hit.contains(seen)) return null;
  return `the focus is hidden by <${hit.tagName.toLowerCase()} class="${hit.getAttribute("class") ?? ""}">`;
}
