import type { CollectedKind, GarbageCalendar } from "../calendar";
import { IMPORT_WORDS as w } from "../import/messages";

const whenOf = ({ from, until }: { from: string; until: string }): string =>
  from === until ? from : `${from} から ${until}`;

/**
 * Days off that, in whole or in part, are nobody's: their center has no area, or their kinds are gone. On such a day
 * residents are told to put out what nobody collects. What is over says nothing any more. `named`: kinds by whose labels
 * those that are gone are called.
 */
export function deadSuspensions(
  calendar: GarbageCalendar,
  named: readonly CollectedKind[],
  today: string,
): string[] {
  const centers = new Set(calendar.areas.map((area) => area.center));
  const kinds = new Set(calendar.kinds.map((kind) => kind.key));
  const labelOf = (key: string) => named.find((kind) => kind.key === key)?.label.ja ?? key;
  const lines = calendar.suspensions
    .filter((one) => one.until >= today)
    .flatMap((one) => {
      const gone = one.kinds?.filter((key) => !kinds.has(key)) ?? [];
      return [
        ...(one.center !== null && !centers.has(one.center)
          ? [w.strangeCenter(one.center, whenOf(one))]
          : []),
        ...(gone.length > 0 ? [w.kindsGone(gone.map(labelOf), whenOf(one))] : []),
      ];
    });
  return [...new Set(lines)];
}
