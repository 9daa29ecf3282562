import { z } from "zod";
import { ROLES } from "@/db/enums";

/** What forms send. Messages are shown beside the field. */
const id = z.coerce.number().int().positive();

export const signInSchema = z.object({
  email: z
    .string()
    .trim()
    .min(1, "メールアドレスを入力してください。")
    .max(254, "メールアドレスが長すぎます。"),
  password: z.string().min(1, "パスワードを入力してください。").max(512, "パスワードが長すぎます。"),
  next: z.string().max(2_000).optional(),
});

const newPassword = z
  .string()
  .min(1, "新しいパスワードを入力してください。")
  .max(512, "パスワードが長すぎます。");

export const welcomeSchema = z
  .object({ token: z.string().min(1).max(200), password: newPassword, again: z.string().max(512) })
  .refine((v) => v.password === v.again, { path: ["again"], message: "2つのパスワードが一致しません。" });

export const confirmPasswordSchema = z.object({
  password: z.string().min(1, "パスワードを入力してください。").max(512, "パスワードが長すぎます。"),
});

export const changePasswordSchema = z
  .object({
    current: z.string().min(1, "今のパスワードを入力してください。").max(512),
    password: newPassword,
    again: z.string().max(512),
  })
  .refine((v) => v.password === v.again, { path: ["again"], message: "2つのパスワードが一致しません。" });

/** A role and where it is held, as one form value: `section:3`, or `triage:*` for all sections. */
const heldRole = z.string().transform((text, ctx) => {
  const [role = "", place = ""] = text.split(":");
  const known = ROLES.find((r) => r === role);
  if (!known || !/^(\*|\d{1,9})$/.test(place)) {
    ctx.addIssue({ code: "custom", message: "役割を選び直してください。" });
    return z.NEVER;
  }
  return { role: known, sectionId: place === "*" ? null : Number(place) };
});
const heldRoles = z.preprocess(
  (v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]),
  z.array(heldRole).max(50),
);

export const inviteSchema = z.object({
  name: z.string().trim().min(1, "氏名を入力してください。").max(60, "氏名は60文字までです。"),
  email: z
    .string()
    .trim()
    .min(1, "メールアドレスを入力してください。")
    .max(254, "メールアドレスが長すぎます。"),
  roles: heldRoles,
});

export const rolesSchema = z.object({ staffId: id, roles: heldRoles });
export const staffIdSchema = z.object({ staffId: id });
export const sessionIdSchema = z.object({ sessionId: z.uuid() });
export const nothingSchema = z
  .object({})
  .optional()
  .transform(() => ({}));
