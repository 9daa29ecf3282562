/** On what was checked often enough in the same look. */
export const CHECKED = "data-look-was-checked";

/**
 * Runs in a page. What has the same classes, styles and state all the way up has the same colours: the first `most` of
 * each look that can be seen stay as they are, the others are marked.
 */
export function markSameLooks({ most, mark }: { most: number; mark: string }): void {
  type Look = { met: number; within: Map<string, Look> };
  const PLAIN = ["class", "type", "role", "open", "hidden", "disabled", "fill"];
  const STATES = ["current", "selected", "checked", "pressed", "expanded", "disabled", "invalid", "busy"];
  const named = new Set([...PLAIN, ...STATES.map((state) => `aria-${state}`)]);
  const tellsColours = ({ name, value }: Attr) => {
    if (name === "style") return /colou?r|background|opacity/.test(value);
    // A name of a state, not of a thing: those are numbered.
    return name.startsWith("data-") ? /^[a-z-]*$/.test(value) : named.has(name);
  };
  const lookOf = ({ localName, attributes }: Element) => {
    const told = Array.from(attributes).filter(tellsColours);
    return [localName, ...told.map(({ name, value }) => `${name}=${value}`)].join(" ");
  };
  const walk = (element: Element, around: Look) => {
    const name = lookOf(element);
    const look = around.within.get(name) ?? { met: 0, within: new Map() };
    around.within.set(name, look);
    if (element.checkVisibility()) look.met += 1;
    for (const child of element.children) walk(child, look);
    if (look.met > most) element.setAttribute(mark, "");
  };
  walk(document.body, { met: 0, within: new Map() });
}
