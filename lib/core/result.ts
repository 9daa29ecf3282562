/** An expected outcome: what the caller shows to a person. What nobody expects is thrown. */
export type Result<T, R extends string = string> =
  | { ok: true; value: T }
  | { ok: false; reason: R; message?: string };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const refused = <R extends string>(
  reason: R,
  message?: string,
): { ok: false; reason: R; message?: string } =>
  message === undefined ? { ok: false, reason } : { ok: false, reason, message };
