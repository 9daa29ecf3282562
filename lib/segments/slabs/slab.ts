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
export const spokenKey = (place: number) => `spoken ${place}`;

const BITS = Array.from({ length: 60 }, (_, bit) => [bit, 1n << BigInt(bit)] as const);

function keysOf(friend: SlabFriend): string[] {
  const reach = friend.state !== "following" ? friend.state : friend.isStopped ? "stopped" : REACHABLE;
  const chosen = BITS.flatMap(([bit, mask]) => (friend.interests & mask ? [`interest ${bit}`] : []));
  return [
    reach,
    spokenKey(friend.spoken),
    `age ${friend.ageBand}`,
    `gender ${friend.gender}`,
    `area ${friend.areaId}`,
    ...(friend.isAnswered ? [ANSWERED] : []),
    ...chosen,
  ];
}

/** The bits of a slab by key, as hexadecimal; the first friend is the leftmost bit, as PostgreSQL counts them. */
export function slabBits(friends: readonly SlabFriend[]): Map<string, string> {
  const slab = new Map<string, Buffer>();
  for (const friend of friends) {
    const place = friend.id % SLAB;
    for (const key of keysOf(friend)) {
      let bytes = slab.get(key);
      if (!bytes) {
        bytes = Buffer.alloc(SLAB / 8);
        slab.set(key, bytes);
      }
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (0x80 >> (place & 7));
    }
  }
  return new Map([...slab].map(([key, bytes]) => [key, bytes.toString("hex")]));
}

/** The facts of which a leaf wants any, in as many groups as must all hold; null when slabs do not know it. */
export function leafKeys(leaf: Leaf, spokenPlaces: readonly number[]): string[][] | null {
  switch (leaf.op) {
    case "age_band":
      return [leaf.codes.map((code) => `age ${code}`)];
    case "gender":
      return [leaf.codes.map((code) => `gender ${code}`)];
    case "area":
      return [leaf.ids.map((id) => `area ${id}`)];
    case "interests": {
      const keys = leaf.bits.map((bit) => `interest ${bit}`);
      return leaf.match === "any" ? [keys] : keys.map((key) => [key]);
    }
    case "spoken":
      return [spokenPlaces.map(spokenKey)];
    case "answered":
      return [[ANSWERED]];
    default:
      return null;
  }
}
