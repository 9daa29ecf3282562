import { platform } from "../support/people";
import type { Stack } from "../support/stacks";

type Entry = { seq: number; endpoint: string; to: string[]; messages: Record<string, unknown>[] };

/** What the platform accepted from here on: the truth that journeys judge by, never our own tables. */
export class Ledger {
  private constructor(
    private readonly stack: Stack,
    private readonly from: number,
  ) {}

  static async from(stack: Stack): Promise<Ledger> {
    const { ledgerSeq } = await platform<{ ledgerSeq: number }>(stack, "/health");
    return new Ledger(stack, ledgerSeq);
  }

  /** Everything accepted whose words hold this text. */
  async entriesWith(text: string): Promise<Entry[]> {
    const { entries } = await platform<{ entries: Entry[] }>(
      this.stack,
      `/ledger?after=${this.from}&limit=5000`,
    );
    return entries.filter((entry) => JSON.stringify(entry.messages).includes(text));
  }

  /** Whom these words reached, once for each time. */
  async reachedBy(text: string): Promise<string[]> {
    return (await this.entriesWith(text)).flatMap((entry) => entry.to);
  }
}
