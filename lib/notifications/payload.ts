import { z } from "zod";

/**
 * What the outbox keeps of a mail on arrival: no words of anybody, only which report and a key that makes its
 * Message-ID the same at every attempt. The mail is written when it is sent, so that words unsent meanwhile stay out.
 */
export const arrivalPayload = z.object({
  type: z.literal("arrival"),
  reportId: z.uuid(),
  messageKey: z.uuid(),
});
export type ArrivalPayload = z.infer<typeof arrivalPayload>;

/** One plain address: no list, no display name, nothing that could start another header. */
export const isSingleAddress = (text: string): boolean =>
  text.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text);
