import type { Book } from "@/db/enums";

/** How many entries would come, change and go; `content`: what belongs to the book as a whole differs too. */
export type ChangeCounts = { added: number; changed: number; removed: number; content: boolean };

/** Where a book stands: what residents get now, and what is being written. */
export type BookState = {
  book: Book;
  live: { id: number; number: number; publishedAt: Date | null; publishedBy: string | null } | null;
  draft: {
    id: number;
    number: number;
    /** What publishing and discarding name as seen. */
    updatedAt: Date;
    note: string;
    counts: ChangeCounts;
    /** Who changed something, the last one first. */
    by: string[];
    /** Another version went live after the draft was begun: publishing would undo what that one brought. */
    isBehind: boolean;
  } | null;
};

/** Entries that differ, and one for the book's own content. */
export const countChanges = ({ added, changed, removed, content }: ChangeCounts): number =>
  added + changed + removed + (content ? 1 : 0);
