import type {
  ActorKind,
  AreaSource,
  EntryKind,
  EntryVisibility,
  OutboxState,
  PhotoState,
  ReportSource,
  ReportStatus,
} from "@/db/enums";
import type { Bounds, Point } from "@/lib/core/geo";
import type { Move } from "./status";

/** Shapes that queries answer with: plain data, safe to hand to client components. Instants are `Date`. */

export type Named = { id: number; name: string };
/** `category.key` is the top category; `label` is what to show: 道路 > 舗装の穴. */
export type CategoryName = { key: string; subKey: string | null; label: string; icon: string | null };

export type ReportRow = {
  id: string;
  number: string;
  source: ReportSource;
  category: CategoryName;
  status: ReportStatus;
  priority: "normal" | "high";
  receivedAt: Date;
  updatedAt: Date;
  dueAt: Date | null;
  /** Open and past its due date. */
  overdue: boolean;
  point: Point | null;
  address: string | null;
  area: Named | null;
  section: Named | null;
  assignee: Named | null;
  /** Start of the resident's words, one line. */
  summary: string;
  /** Thumbnails are not in the list: seeing a photo is an audited view of one case. */
  photoCount: number;
};

export type ReportPage = { rows: ReportRow[]; total: number; next: string | null; previous: string | null };
export type StatusCounts = Record<ReportStatus, number>;
export type ReportSummary = { byStatus: StatusCounts; overdue: number; withoutPoint: number; total: number };

/** One report alone in its cell. */
export type ReportPin = {
  kind: "pin";
  number: string;
  point: Point;
  status: ReportStatus;
  category: CategoryName;
  priority: "normal" | "high";
  overdue: boolean;
};
/** Several in one cell: at their middle, with the box that holds them all. */
export type ReportCluster = {
  kind: "cluster";
  point: Point;
  bounds: Bounds;
  count: number;
  byStatus: StatusCounts;
};
/** What `GET /api/reports/map` answers. `total` counts the reports in the box, `withoutPoint` those of the filter that have no point. */
export type ReportMap = { items: (ReportPin | ReportCluster)[]; total: number; withoutPoint: number };

export type ReportPhoto = {
  id: string;
  label: string | null;
  state: PhotoState;
  /** A word from lib/photos/verdict.ts when refused or failed. */
  reason: string | null;
  width: number | null;
  height: number | null;
  /** Null unless `state` is ready. */
  fullUrl: string | null;
  thumbUrl: string | null;
};

/** How a message to the resident fares. `attempting` shows as pending. */
export type Delivery = { state: OutboxState; sentAt: Date | null; error: string | null };

export type ReportEntry = {
  id: number;
  at: Date;
  kind: EntryKind;
  visibility: EntryVisibility;
  actorKind: ActorKind;
  /** `staff.id` when a person did it. */
  actorId: number | null;
  actorName: string | null;
  fromStatus: ReportStatus | null;
  toStatus: ReportStatus | null;
  body: string;
  silentReason: string | null;
  delivery: Delivery | null;
};

export type NearbyReport = {
  number: string;
  category: CategoryName;
  status: ReportStatus;
  receivedAt: Date;
  point: Point;
  distanceMeters: number;
  summary: string;
  /** Same category, still open: likely the same thing. */
  likelyDuplicate: boolean;
};

/** Mail to the people in charge, one line an address. */
type MailDelivery = { mailTo: string; delivery: Delivery };

export type ReportDetail = ReportRow & {
  revision: number;
  body: string;
  answers: { stepId: string; label: string; display: string }[];
  areaSource: AreaSource | null;
  seenAt: Date | null;
  seenText: string | null;
  statusAt: Date;
  duplicateOf: string | null;
  /** Reports that were closed as a repetition of this one, or of one that was closed so itself. */
  duplicates: string[];
  photos: ReportPhoto[];
  entries: ReportEntry[];
  /** The receipt that answered the resident; null when none was sent from here. */
  receipt: Delivery | null;
  mails: MailDelivery[];
  /** The resident can be reached in LINE now: known, and not blocked. */
  reachable: boolean;
  /** The resident's LINE language, null when unknown. */
  language: string | null;
};

/** Somebody a case can be given to, and the sections whose cases they may work. */
export type Worker = { id: number; name: string; sections: "all" | number[] };

/** What the person looking may do with this report; the same answers the commands give. */
export type ReportAbilities = {
  moves: Move[];
  mayAssign: boolean;
  mayNote: boolean;
  mayMessage: boolean;
  mayPlace: boolean;
  mayPrioritize: boolean;
  mayViewPhotos: boolean;
  mayHidePhotos: boolean;
};
