"use client";

import { useRef, useState } from "react";
import { bookLabels } from "@/components/chatbot/labels";
import type { TalkAction } from "@/components/line-preview/action";
import type { Side } from "@/components/line-preview/bubble";
import { useAnnounce } from "@/components/ui/announcer";
import type { Spoken } from "@/db/enums";
import type { Which } from "@/lib/chatbot/desk/queries";
import { tryBotAction } from "@/lib/trial/actions";
import type { TryInput } from "@/lib/trial/schema";
import type { Outcome } from "@/lib/trial/tried";
import { trialLabels as t } from "./labels";

type Row = { side: Side; message: unknown };
type Asked = TryInput["asked"];
type Setting = { which: Which; language: Spoken; entry?: TryInput["entry"] };

const said = (text: string): Row => ({ side: "resident", message: { type: "text", text } });

/** One try: what was asked, what came back, and why. The newest question counts, however the answers come in. */
export function useTrial() {
  const [rows, setRows] = useState<Row[]>([]);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [pending, setPending] = useState(false);
  const [isBlank, setBlank] = useState(false);
  const announce = useAnnounce();
  const [problem, setProblem] = useState<string | null>(null);
  const turn = useRef(0);

  const send = async (asked: Asked, words: string, before: Row[], setting: Setting) => {
    turn.current += 1;
    const mine = turn.current;
    setPending(true);
    setProblem(null);
    const answer = await tryBotAction({ asked, ...setting }).catch(() => null);
    if (mine !== turn.current) return;
    setPending(false);
    if (!answer?.ok) return setProblem(answer?.message ?? bookLabels.offline);
    const messages = answer.value.messages.map((message): Row => ({ side: "account", message }));
    setRows([...before, said(words), ...messages]);
    setOutcome(answer.value.outcome);
  };

  const ask = (text: string, setting: Setting) => {
    const words = text.trim();
    setBlank(words === "");
    if (words === "") {
      announce(t.blank);
      return Promise.resolve();
    }
    return send({ kind: "text", text: words }, words, [], setting);
  };
  /** A button under an answer, pressed as a resident would. */
  const press = (action: TalkAction, setting: Setting) => {
    if (action.type !== "postback") return;
    const words = action.displayText ?? action.label;
    void send({ kind: "tap", data: action.data }, words, rows, setting);
  };
  return { rows, outcome, pending, problem, isBlank, ask, press };
}
