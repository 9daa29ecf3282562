"use server";

import "server-only";
import { staffAction } from "@/lib/auth/action";
import { dismissParkedEvent, retryParkedEvent, retryParkedEvents } from "@/lib/inbox/commands";
import { resendMail } from "@/lib/outbox/commands";
import { dismissInput, eventInput, mailInput, nothingInput } from "./schema";
import { waking } from "./store";

const PAGES = { revalidate: ["/troubles", "/"] };

export const retryEventAction = staffAction(
  "inbox.retry",
  eventInput,
  waking("inbox", retryParkedEvent),
  PAGES,
);
export const retryEventsAction = staffAction(
  "inbox.retry",
  nothingInput,
  waking("inbox", retryParkedEvents),
  PAGES,
);
export const dismissEventAction = staffAction("inbox.retry", dismissInput, dismissParkedEvent, PAGES);
export const resendMailAction = staffAction("inbox.retry", mailInput, waking("outbox", resendMail), PAGES);
