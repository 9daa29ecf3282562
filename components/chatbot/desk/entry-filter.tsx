"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import { KIND_LABELS } from "@/components/chatbot/labels";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { ENTRY_SORTS, type EntrySearch, type EntrySort, entriesHref, NONE } from "@/lib/chatbot/entries/list";
import { SORT_LABELS, deskLabels as t } from "./labels";

const ANY = "any";
type Choice = { id: string; label: string };
type Props = { search: EntrySearch; choices: { topics: Choice[]; sections: Choice[] } };

/** Search, filters and order. Each choice is a new address; the choice shows at once. */
export function EntryFilter({ search, choices }: Props) {
  const router = useRouter();
  const [shown, setShown] = useOptimistic(search);
  const [, start] = useTransition();
  const [typed, setTyped] = useState(search.text);
  const [known, setKnown] = useState(search.text);
  if (known !== search.text) {
    setKnown(search.text);
    setTyped(search.text);
  }
  const change = (part: Partial<EntrySearch>) =>
    start(() => {
      const next = { ...shown, ...part, page: 1 };
      setShown(next);
      router.push(entriesHref(next), { scroll: false });
    });
  const orNone = (id: string) => (id === ANY ? null : id);
  return (
    <div className="grid grid-cols-2 gap-x-2 gap-y-3 sm:gap-x-3 lg:grid-cols-[minmax(14rem,1.5fr)_repeat(4,minmax(8rem,1fr))]">
      <SearchField
        label={t.search}
        placeholder={t.search}
        value={typed}
        onChange={setTyped}
        onSubmit={(text) => change({ text: text.trim() })}
        onClear={() => shown.text && change({ text: "" })}
        className="col-span-2 lg:col-span-1"
      />
      <Select
        label={t.kind}
        labelHidden
        choices={[
          { id: ANY, label: t.anyKind },
          { id: "faq", label: KIND_LABELS.faq },
          { id: "keyword", label: KIND_LABELS.keyword },
        ]}
        value={shown.kind ?? ANY}
        onChange={(id) => change({ kind: id === "faq" || id === "keyword" ? id : null })}
      />
      <Select
        label={t.topic}
        labelHidden
        choices={[{ id: ANY, label: t.anyTopic }, ...choices.topics, { id: NONE, label: t.noTopic }]}
        value={shown.topic ?? ANY}
        onChange={(id) => change({ topic: orNone(id) })}
      />
      <Select
        label={t.section}
        labelHidden
        choices={[{ id: ANY, label: t.anySection }, { id: NONE, label: t.noSection }, ...choices.sections]}
        value={shown.section ?? ANY}
        onChange={(id) => change({ section: orNone(id) })}
      />
      <Select
        label={t.sort}
        labelHidden
        choices={ENTRY_SORTS.map((id) => ({ id, label: SORT_LABELS[id] }))}
        value={shown.sort}
        onChange={(id) => change({ sort: (ENTRY_SORTS.find((one) => one === id) ?? "topic") as EntrySort })}
      />
    </div>
  );
}
