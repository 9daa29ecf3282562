import { expect, it } from "vitest";
import { z } from "zod";
import { wrongField } from "./wrong-field";

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: wrongField }).error?.issues.map((issue) => issue.message);

it("speaks Japanese for fields whose schema says nothing", () => {
  expect(said(z.string().min(1), "")).toEqual(["入力するか、選んでください。"]);
  expect(said(z.enum(["a", "b"]), undefined)).toEqual(["入力するか、選んでください。"]);
  expect(said(z.string().max(1000), "a".repeat(1001))).toEqual(["1,000文字までにしてください。"]);
  expect(said(z.array(z.string()).max(2), ["a", "b", "c"])).toEqual(["2個までにしてください。"]);
  expect(said(z.uuid(), "x")).toEqual(["入力内容を確認してください。"]);
});

it("leaves what a schema says itself", () => {
  expect(said(z.string().min(1, "氏名を入力してください。"), "")).toEqual(["氏名を入力してください。"]);
});
