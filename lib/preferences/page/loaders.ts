import "server-only";
import { requireFriend } from "@/lib/auth/friend-gate";
import { friendMark } from "@/lib/auth/friend-sessions";
import { publicGate } from "@/lib/auth/gate";
import { findCityProfile } from "@/lib/city/queries";
import { env, isDemo } from "@/lib/core/env";
import { type Offer, offerAt } from "../offer";
import { choicesOf, getFriend, loadOffer } from "../queries";
import { type Mine, mineOf } from "./mine";

/** Before anybody is known. `mock`: the demo's own LIFF, with the sandbox as LINE Login. */
export async function loadSettingsEntry(): Promise<{ cityName: string; liffId: string; mock: boolean }> {
  const city = await findCityProfile(await publicGate("settings-entry", { points: 600, seconds: 60 }));
  return { cityName: city?.name ?? "", liffId: env().LIFF_ID, mock: isDemo() };
}

export type SettingsView = {
  cityName: string;
  disclaimer: string;
  /** Goes back with every change: lib/auth/friend-gate.ts. */
  mark: string;
  offer: Offer;
  mine: Mine;
};

export async function loadSettings(): Promise<SettingsView> {
  const ctx = await requireFriend();
  const { friendId } = ctx.actor;
  const [city, offer, friend] = [
    await findCityProfile(ctx),
    await loadOffer(ctx),
    await getFriend(ctx, friendId),
  ];
  return {
    cityName: city?.name ?? "",
    disclaimer: city?.disclaimer ?? "",
    mark: friendMark(friendId),
    offer: offerAt(offer, ctx.now.getTime()),
    mine: mineOf(choicesOf(friend)),
  };
}
