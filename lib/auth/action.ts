import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Ctx } from "@/lib/core/context";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { errorFields, log } from "@/lib/core/log";
import type { Result } from "@/lib/core/result";
import { demandFriend, demandResidentOrigin, type FriendCtx } from "./friend-gate";
import { demandOwnOrigin, demandStaff, type PublicCtx, publicGate, type StaffCtx } from "./gate";
import { ERROR_MESSAGES, REFUSED_MESSAGE } from "./messages";
import type { Permission } from "./permission";
import { noteRefusal } from "./refusal";
import { takeTurn } from "./turns";
import { wrongField } from "./wrong-field";

/**
 * What a form or button gets back. `reason` is the command's word or an error code; `message` is Japanese, ready to
 * show; `fields` has what is wrong by field name.
 */
export type ActionResult<T = unknown, R extends string = string> =
  | { ok: true; value: T }
  | { ok: false; reason: R | ErrorCode; message: string; fields?: Record<string, string[]> };

/** Works as a plain function `(input)` and as a form action for useActionState `(previous, formData)`. */
export type Action<I, T, R extends string = string> = {
  (input: I): Promise<ActionResult<T, R>>;
  (previous: ActionResult<T, R> | null, form: FormData): Promise<ActionResult<T, R>>;
};

type Options<T> = {
  /** Paths whose pages show what changed. */
  revalidate?: readonly string[] | ((value: T) => readonly string[]);
};

/** A form's fields as an object; a name that comes more than once, or ends in `[]`, is a list. */
export function formFields(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    const isList = name.endsWith("[]");
    fields[isList ? name.slice(0, -2) : name] = isList || values.length > 1 ? values : values[0];
  }
  return fields;
}

const refusal = (code: ErrorCode): { ok: false; reason: ErrorCode; message: string } => ({
  ok: false,
  reason: code,
  message: ERROR_MESSAGES[code],
});

/** Words of commands that refuse a person, not a state of things. */
const SHUT_OUT = ["forbidden", "role", "section", "own"];

async function perform<C extends Ctx, S extends z.ZodType, T, R extends string>(
  gate: (fields: unknown) => Promise<C>,
  schema: S,
  command: (ctx: C, input: z.output<S>) => Promise<Result<T, R>>,
  options: Options<T>,
  args: unknown[],
  asked: string,
): Promise<ActionResult<T, R>> {
  let admitted: C | undefined;
  let input: z.output<S> | undefined;
  // What the gate itself refuses it has noted already.
  const note = (error: unknown): void => {
    if (!admitted) return;
    const staffId = admitted.actor.kind === "staff" ? admitted.actor.staffId : null;
    noteRefusal(error, { permission: asked, staffId, target: input });
  };
  try {
    const raw = args.length > 1 ? args[1] : args[0];
    const fields = raw instanceof FormData ? formFields(raw) : raw;
    const ctx = await gate(fields);
    admitted = ctx;
    const parsed = schema.safeParse(fields, { error: wrongField });
    if (!parsed.success) {
      const wrong: Record<string, string[]> = {};
      for (const issue of parsed.error.issues) {
        const name = issue.path.length > 0 ? issue.path.join(".") : "form";
        wrong[name] = [...(wrong[name] ?? []), issue.message];
      }
      return { ...refusal("invalid"), fields: wrong };
    }
    input = parsed.data;
    const result = await command(ctx, parsed.data);
    if (!result.ok) {
      if (SHUT_OUT.includes(result.reason)) note(new AppError("forbidden", result.reason));
      return { ok: false, reason: result.reason, message: result.message ?? REFUSED_MESSAGE };
    }
    const paths =
      typeof options.revalidate === "function" ? options.revalidate(result.value) : options.revalidate;
    for (const path of paths ?? []) revalidatePath(path);
    return result;
  } catch (error) {
    unstable_rethrow(error); // redirects and the like are thrown by Next on purpose
    note(error);
    if (error instanceof AppError) return refusal(error.code);
    log.error({ event: "action-failed", ...errorFields(error) });
    return refusal("unavailable");
  }
}

/**
 * A server action: own origin → signed in and permitted → parsed → command, which checks the target's section inside
 * its transaction (`assertCan`) and writes its audit entry there. `actions.ts` files export nothing else.
 */
export function staffAction<S extends z.ZodType, T, R extends string = never>(
  permission: Permission,
  schema: S,
  command: (ctx: StaffCtx, input: z.output<S>) => Promise<Result<T, R>>,
  options: Options<T> = {},
): Action<z.input<S>, T, R> {
  const gate = async () => {
    await demandOwnOrigin();
    return demandStaff(permission);
  };
  return async (...args: unknown[]) => perform(gate, schema, command, options, args, permission);
}

/** Nobody at a phone taps faster; each change is a row and an entry. */
const FRIEND_LIMIT = { points: 60, seconds: 60 };

/**
 * The same for a resident on a page of theirs: the input's `mark` names the resident whose page it is (the loader gave
 * it), and has to be the session's.
 */
export function friendAction<S extends z.ZodType, T, R extends string = never>(
  schema: S,
  command: (ctx: FriendCtx, input: z.output<S>) => Promise<Result<T, R>>,
): (input: z.input<S> & { mark: string }) => Promise<ActionResult<T, R>> {
  const gate = async (fields: unknown) => {
    await demandResidentOrigin();
    const ctx = await demandFriend(
      typeof fields === "object" && fields !== null && "mark" in fields ? fields.mark : undefined,
    );
    if (!takeTurn(`friend:${ctx.actor.friendId}`, FRIEND_LIMIT))
      throw new AppError("too-many", "actions of one resident");
    return ctx;
  };
  return async (...args: unknown[]) => perform(gate, schema, command, {}, args, "residents");
}

/** The same for people who are not signed in: limited by address instead. `site`: whose pages may ask. */
export function publicAction<S extends z.ZodType, T, R extends string = never>(
  name: string,
  schema: S,
  command: (ctx: PublicCtx, input: z.output<S>) => Promise<Result<T, R>>,
  limit?: { points: number; seconds: number },
  site: "console" | "residents" = "console",
): Action<z.input<S>, T, R> {
  const gate = async () => {
    await (site === "console" ? demandOwnOrigin() : demandResidentOrigin());
    return publicGate(name, limit);
  };
  return async (...args: unknown[]) => perform(gate, schema, command, {}, args, name);
}
