import type { Leaf } from "../rule";

/** Friends of one slab: those whose id divided by this is its number. */
export const SLAB = 65_536;

export type SlabFriend = {
  id: number;
  state: string;
  isStopped: boolean;
  spoken: number;
  ageBand: number;
  gender: number;
  areaId: number;
  interests: bigint;
  isAnswered: boolean;
};

/** A fact's name in friend_slabs. Everybody has exactly one of the four about reach. */
export const REACHABLE = "reachable";
export const UNREACHABLE = ["blocked", "stopped", "unknown"] as const;
const ANSWERED = "answered";
/** Whom a broadcast reached: set once, when it is over, and true from then on. */
export const RECEIVED = "received ";
export const receivedKey = (broadcastId: string) => `${RECEIVED}${broadcastId}`;
export const spokenKey = (place: number) => `spoken ${place}`;
export const ageKey = (code: number) => `age ${code}`;
export const genderKey = (code: number) => `gender ${code}`;
export const interestKey = (bit: number) => `interest ${bit}`;

const HALF_BITS = 30;
const HALF = (1n << BigInt(HALF_BITS)) - 1n;

/** The bits that are set, lowest first; in two halves, since whole numbers are far quicker than big ones. */
function setBits(mask: bigint): number[] {
  const bits: number[] = [];
  for (const [half, first] of [
    [Number(mask & HALF), 0],
    [Number(mask >> BigInt(HALF_BITS)), HALF_BITS],
  ] as const)
    for (let rest = half; rest !== 0; rest &= rest - 1) bits.push(first + 31 - Math.clz32(rest & -rest));
  return bits;
}

/** Bit strings by what they are of. The first friend is the leftmost bit, as PostgreSQL counts them. */
class Bits<K> {
  private readonly bytes = new Map<K, Buffer>();

  set(key: K, friendId: number): void {
    const place = friendId % SLAB;
    let bytes = this.bytes.get(key);
    if (!bytes) {
      bytes = Buffer.alloc(SLAB / 8);
      this.bytes.set(key, bytes);
    }
    bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (0x80 >> (place & 7));
  }
  get hex(): Map<K, string> {
    return new Map([...this.bytes].map(([key, bytes]) => [key, bytes.toString("hex")]));
  }
}

/** Of one slab's friends: their bits by key, as hexadecimal, once all are told. */
export function openSlabBits() {
  const bits = new Bits<string>();
  const tell = (friend: SlabFriend): void => {
    const set = (key: string) => bits.set(key, friend.id);
    set(friend.state !== "following" ? friend.state : friend.isStopped ? "stopped" : REACHABLE);
    set(spokenKey(friend.spoken));
    set(ageKey(friend.ageBand));
    set(genderKey(friend.gender));
    set(`area ${friend.areaId}`);
    if (friend.isAnswered) set(ANSWERED);
    if (friend.interests !== 0n) for (const bit of setBits(friend.interests)) set(interestKey(bit));
  };
  return { tell, hex: () => bits.hex };
}

/** Of any friends at all: their bits by slab, as hexadecimal, once all are told. */
export function openBitsBySlab() {
  const bits = new Bits<number>();
  return {
    tell: (friendId: number) => bits.set(Math.floor(friendId / SLAB), friendId),
    hex: () => bits.hex,
  };
}

/**
 * The facts of which a leaf wants any, in as many groups as must all hold; null when slabs do not know it. `received`:
 * the broadcasts of which they do.
 */
export function leafKeys(
  leaf: Leaf,
  spokenPlaces: readonly number[],
  received: ReadonlySet<string>,
): string[][] | null {
  switch (leaf.op) {
    case "age_band":
      return [leaf.codes.map(ageKey)];
    case "gender":
      return [leaf.codes.map(genderKey)];
    case "area":
      return [leaf.ids.map((id) => `area ${id}`)];
    case "interests": {
      const keys = leaf.bits.map(interestKey);
      return leaf.match === "any" ? [keys] : keys.map((key) => [key]);
    }
    case "spoken":
      return [spokenPlaces.map(spokenKey)];
    case "answered":
      return [[ANSWERED]];
    case "received":
      return received.has(leaf.broadcastId) ? [[receivedKey(leaf.broadcastId)]] : null;
    default:
      return null;
  }
}
