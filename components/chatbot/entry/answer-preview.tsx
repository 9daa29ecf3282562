"use client";

import { useState } from "react";
import { PhoneFrame } from "@/components/line-preview/phone-frame";
import type { Spoken } from "@/db/enums";
import { type Answer, answerSchema } from "@/lib/chatbot/answer";
import { answerCandidate, type TypedEntry } from "@/lib/chatbot/entries/form";
import { answerMessages } from "@/lib/chatbot/reply/answer";
import type { MediaPlaces } from "@/lib/media/place";
import { entryLabels as t } from "./labels";

type Props = { typed: TypedEntry; spoken: Spoken; places: MediaPlaces; accountName: string };

/** The question and the answer as residents see them. While something is wrong, the last answer that was right stays. */
export function AnswerPreview({ typed, spoken, places, accountName }: Props) {
  const [last, setLast] = useState<{ of: TypedEntry["answer"]; answer: Answer | null } | null>(null);
  if (last?.of !== typed.answer) {
    const read = answerSchema.safeParse(answerCandidate(typed.answer));
    const kept = last?.answer?.kind === typed.answer.kind ? last.answer : null;
    setLast({ of: typed.answer, answer: read.success ? read.data : kept });
  }
  const answer = last?.answer ?? null;
  const question = typed.title.trim();
  const rows = answer
    ? [
        ...(question === ""
          ? []
          : [{ side: "resident" as const, message: { type: "text", text: question } }]),
        ...answerMessages(answer, spoken, places).map((message) => ({ side: "account" as const, message })),
      ]
    : [];
  return (
    <PhoneFrame
      title={t.preview}
      rows={rows}
      accountName={accountName}
      spoken={spoken}
      empty={<p className="p-6 text-center text-sm leading-6">{t.previewWaits}</p>}
    />
  );
}
