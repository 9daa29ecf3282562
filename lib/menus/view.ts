import type { MenuJobKind, MenuJobState, MenuMode, VersionState } from "@/db/enums";

export type LiveMode = { mode: MenuMode; since: Date | null; by: string | null };

export type VersionRow = {
  id: number;
  number: number;
  state: VersionState;
  publishedAt: Date | null;
  /** Null: came with the city's content. */
  publishedBy: string | null;
};

/** A draft as somebody saw it: which one, and how often it had been changed. */
export type SeenDraft = { id: number; revision: number };

export type JobRow = {
  id: number;
  kind: MenuJobKind;
  mode: MenuMode | null;
  version: number | null;
  state: MenuJobState;
  step: string | null;
  attempts: number;
  lastError: string | null;
  askedAt: Date;
  askedBy: string | null;
  shownAt: Date | null;
  finishedAt: Date | null;
};

export type StartChoice = { id: string; label: string };
export type TopicChoice = { id: string; label: string };
/** What a button may lead to, as it is now. */
export type Targets = { starts: readonly StartChoice[]; topics: readonly TopicChoice[] };

export const isOpen = (job: Pick<JobRow, "state">): boolean =>
  job.state === "pending" || job.state === "running";

/** Changes whenever a page of the menus would look different: what an open page asks for. */
export type MenuPulse = { mark: string; busy: boolean };
