import type { LedgerEntry, ReplyTokenView, Resident, RichMenuView, TalkState } from "../protocol";
import type { LedgerRow } from "../state/ledger";
import type { ReplyToken } from "../state/reply-tokens";
import type { World } from "../world";

export function viewResident({ register, talk }: World, i: number): Resident {
  const state = register.stateOf(i);
  return {
    id: register.idOf(i),
    name: register.nameOf(i),
    language: register.languageOf(i),
    state: state === "unknown" ? "none" : state,
    followedAt: register.followedAt(i),
    messages: talk.count(i),
    lastAt: talk.lastAt(i),
  };
}

function viewRichMenu({ richMenus }: World, i: number): RichMenuView | null {
  const shown = richMenus.shownTo(i);
  if (!shown) return null;
  const { richMenuId, name, chatBarText, selected, size, areas } = shown.menu;
  const imageUrl = `/_sandbox/richmenu/${richMenuId}/image`;
  return { richMenuId, name, chatBarText, selected, size, areas, imageUrl, source: shown.source };
}

export function viewTalkState(world: World, i: number): TalkState {
  const until = world.loading.get(i);
  return {
    resident: viewResident(world, i),
    richMenu: viewRichMenu(world, i),
    loadingUntil: until !== undefined && until > world.clock.wall() ? until : null,
    readUpToSeq: world.talk.readUpTo(i),
    unsent: world.talk.unsentOf(i),
  };
}

export type LedgerOmit = { messages: boolean; to: boolean };

export function viewLedgerRow(world: World, row: LedgerRow, index: number, omit: LedgerOmit): LedgerEntry {
  const { hash, messages } = world.ledger.body(row.body);
  const idOf = (i: number): string => world.register.idOf(i);
  return {
    seq: index + 1,
    at: row.at,
    requestId: row.requestId,
    endpoint: row.endpoint,
    retryKey: row.retryKey,
    replyToken: row.replyToken,
    eventId: row.replyToken === null ? null : (world.replyTokens.find(row.replyToken)?.eventId ?? null),
    to: omit.to ? [] : Array.from(row.to, idOf),
    undelivered: [...(row.missed ?? [])].map(([i, reason]) => ({ to: idOf(i), reason })),
    messages: omit.messages ? [] : messages,
    messagesHash: hash,
    messageIds: messages.map((_, part) => world.talk.messageId(row.seq, part)),
    notificationDisabled: row.silent,
    customAggregationUnits: [...row.units],
  };
}

export const viewReplyToken = (world: World, token: ReplyToken): ReplyTokenView => ({
  n: token.n,
  replyToken: token.token,
  eventId: token.eventId,
  residentId: world.register.idOf(token.i),
  eventAt: token.eventAt,
  deliveredAt: token.deliveredAt,
  state: world.replyTokens.stateOf(token),
  requestId: token.usedBy,
});
