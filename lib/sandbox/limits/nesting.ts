/** No message is nested deeper than this; what is would only exhaust the stack of whoever walks it. */
export const NESTING_MAX = 300;

/** Whether arrays and objects in this JSON text are nested deeper than `max`. Reads the text, so it cannot itself overflow. */
export function isNestedDeeper(json: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (inString) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) {
      inString = true;
    } else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > max) return true;
    } else if (char === 0x7d || char === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}
