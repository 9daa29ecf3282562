import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";

type Target = { kind: string; id: string };

/** Ids of ours: a UUID, a receipt number, a row's number. Anything else in an id's place may be somebody's words. */
const OWN_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|R\d{1,2}-\d{6}|\d{1,9})$/i;

/** What a request names, by its fields: `{ number, photoId }` → a report and a photo. Nothing but ids. */
export function targetsOf(permission: string, named: unknown): Target[] {
  if (typeof named !== "object" || named === null) return [];
  return Object.entries(named).flatMap(([field, value]): Target[] => {
    const kind =
      field === "id"
        ? permission.split(".")[0]
        : field === "number"
          ? "report"
          : /^(\w+)Id$/.exec(field)?.[1];
    if (!kind || (typeof value !== "string" && typeof value !== "number")) return [];
    return [{ kind, id: OWN_ID.test(String(value)) ? String(value) : "no-id-of-ours" }];
  });
}

/**
 * One line for each time somebody was shut out (403), or shown nothing where there may be something (404): who, by which
 * permission, of what. Other errors are no refusals and leave no line here.
 */
export function noteRefusal(
  error: unknown,
  asked: { permission: string; staffId: number | null; target?: unknown },
): void {
  if (!(error instanceof AppError) || (error.code !== "forbidden" && error.code !== "not-found")) return;
  log.warn({
    event: "access.refused",
    code: error.code,
    why: error.message,
    permission: asked.permission,
    staffId: asked.staffId,
    targets: targetsOf(asked.permission, asked.target),
  });
}
