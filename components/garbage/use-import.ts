"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { searchHref } from "@/lib/garbage/book/search";
import type { ImportResult } from "@/lib/garbage/import/result";
import { type ImportOptions, MOST_BYTES, MOST_FILES } from "@/lib/garbage/import/schema";
import { garbageLabels as t } from "./labels";

type Chosen = Omit<ImportOptions, "step">;
/** A table whose columns nobody could guess: staff are asked. */
type About = { file: string; columns: ImportResult["columns"]; mapping: ImportResult["mapping"] };

export type ImportState = {
  files: File[];
  /** 0 to 1 while the files are sent, 1 while they are read; null: nothing is under way. */
  sending: number | null;
  problem: string | null;
  result: ImportResult | null;
  about: About | null;
  options: Chosen;
  /** Counts the answers: a form begins anew with each. */
  round: number;
};

type Answer = { status: number; body: unknown };

/** The body's progress is what XMLHttpRequest tells and fetch does not. */
function send(files: File[], options: ImportOptions, onProgress: (share: number) => void): Promise<Answer> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  form.set("options", JSON.stringify(options));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/garbage/import");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1);
    request.onload = () => resolve({ status: request.status, body: request.response as unknown });
    request.onerror = () => resolve({ status: 0, body: null });
    request.send(form);
  });
}

const field = (body: unknown, name: string): unknown =>
  typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;

/** Files, what was said about them, and what the server made of it. */
export function useImport() {
  const router = useRouter();
  const refresh = useRefresh();
  const toast = useToast();
  const [state, setState] = useState<ImportState>({
    files: [],
    sending: null,
    problem: null,
    result: null,
    about: null,
    options: { mode: "replace", keepTaught: true, encodings: [], mapping: null },
    round: 0,
  });

  const ask = async (files: File[], options: Chosen, step: ImportOptions["step"]) => {
    setState((old) => ({ ...old, files, options, sending: 0, problem: null }));
    const { status, body } = await send(files, { ...options, step }, (share) =>
      setState((old) => (old.sending === null ? old : { ...old, sending: share })),
    );
    if (status === 200) {
      const result = body as ImportResult;
      setState((old) => ({ ...old, sending: null, result, about: null, round: old.round + 1 }));
      if (!result.drafted) return;
      toast(t.drafted, "success");
      const book = result.drafted.garbage ? "garbage" : "calendar";
      router.push(searchHref({ tab: "changes", words: "", category: null, page: 1, book, version: null }));
      refresh();
      return;
    }
    const message = field(body, "message");
    const about = field(body, "about") as About | undefined;
    setState((old) => ({
      ...old,
      sending: null,
      problem: typeof message === "string" ? message : t.failed,
      // A draft that was refused leaves the preview in sight.
      result: step === "draft" ? old.result : null,
      about: about ?? null,
      round: old.round + 1,
    }));
  };

  const choose = (files: File[]) => {
    if (files.length === 0) return;
    const refuse = (problem: string) => setState((old) => ({ ...old, problem, result: null, about: null }));
    if (files.length > MOST_FILES) return refuse(t.tooMany);
    if (files.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES) return refuse(t.tooLarge);
    void ask(files, { ...state.options, encodings: [], mapping: null }, "read");
  };
  const again = (options: Chosen) => void ask(state.files, options, "read");
  const draft = () => void ask(state.files, state.options, "draft");
  return { state, choose, again, draft };
}
