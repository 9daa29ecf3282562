import { z } from "zod";
import { localText } from "@/lib/scenarios/schema";

const point = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });

const phone = z.object({
  key: z.string().min(1),
  label: localText,
  /** Digits and hyphens, as people write it; `tel:` links drop the hyphens. */
  number: z.string().regex(/^[#0-9][0-9-]*$/),
  hours: localText,
});

/** What the product knows of the city it serves: the value of the settings key `profile`. */
export const cityProfile = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  /** The LINE account's name, as residents see it. */
  accountName: z.string().min(1).max(20),
  center: point,
  zoom: z.number().min(1).max(20),
  /** Everything of the city lies in here. */
  bounds: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }),
  /** The part a map opens with. */
  view: z.object({ south: z.number(), west: z.number(), north: z.number(), east: z.number() }),
  phones: z.array(phone),
  /** When staff look at what came in. */
  officeHours: localText,
  /** Shown on every screen of a demo; empty for a real city. */
  disclaimer: z.string(),
});
export type CityProfile = z.infer<typeof cityProfile>;
