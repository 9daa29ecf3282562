import { expect, test } from "vitest";
import { BROADCAST_STATES } from "@/db/enums";
import { objectionUndoes } from "./objection";

test("an objection undoes what is due or held, and nothing that began", () => {
  expect(BROADCAST_STATES.filter(objectionUndoes)).toEqual(["scheduled", "late", "held"]);
});
