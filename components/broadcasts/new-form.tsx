"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { BROADCAST_KINDS, type BroadcastKind } from "@/db/enums";
import { createDraftAction } from "@/lib/broadcasts/actions";
import { composerLabels, deskLabels, KIND_LABELS, newLabels as t } from "./labels";

const CITY = "city";

type Props = { wholeCity: boolean; sections: { id: number; name: string }[] };

export function NewForm({ wholeCity, sections }: Props) {
  const router = useRouter();
  const [kind, setKind] = useState<BroadcastKind>("routine");
  const [title, setTitle] = useState("");
  const [section, setSection] = useState(wholeCity ? CITY : String(sections[0]?.id ?? ""));
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const create = async () => {
    setPending(true);
    const sectionId = section === CITY ? null : Number(section);
    const answer = await createDraftAction({ kind, title, sectionId }).catch(() => null);
    if (answer?.ok) return router.push(`/broadcasts/${answer.value.id}`);
    setPending(false);
    setRefusal(answer?.message ?? deskLabels.offline);
  };
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-6 md:px-8">
      <PageHeader
        title={t.title}
        lead={t.lead}
        above={<TextLink href="/broadcasts">{deskLabels.back}</TextLink>}
      />
      <Card className="p-4 sm:p-5">
        <form
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <RadioGroup label={t.kind} value={kind} onChange={(value) => setKind(value as BroadcastKind)}>
            {BROADCAST_KINDS.map((each) => (
              <Radio key={each} value={each} description={t.kinds[each]}>
                {KIND_LABELS[each]}
              </Radio>
            ))}
          </RadioGroup>
          <TextField
            label={composerLabels.title}
            description={composerLabels.titleHelp}
            value={title}
            onChange={setTitle}
            maxLength={100}
          />
          <Select
            label={t.section}
            value={section}
            onChange={setSection}
            choices={[
              ...(wholeCity ? [{ id: CITY, label: t.city }] : []),
              ...sections.map(({ id, name }) => ({ id: String(id), label: name })),
            ]}
          />
          {refusal && (
            <Notice tone="danger" live="alert">
              {refusal}
            </Notice>
          )}
          <Button type="submit" variant="primary" icon="pencil" pending={pending}>
            {t.create}
          </Button>
        </form>
      </Card>
    </div>
  );
}
