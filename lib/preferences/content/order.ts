/** The list with one item moved by a place; the same list when there is nowhere to go. */
export function moved<T>(list: readonly T[], isIt: (item: T) => boolean, direction: "up" | "down"): T[] {
  const at = list.findIndex(isIt);
  const to = direction === "up" ? at - 1 : at + 1;
  const [one, other] = [list[at], list[to]];
  if (at < 0 || one === undefined || other === undefined) return [...list];
  return list.map((item, place) => (place === at ? other : place === to ? one : item));
}
