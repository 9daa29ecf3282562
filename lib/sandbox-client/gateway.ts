import type { z } from "zod";
import { AppError } from "@/lib/core/errors";
import type { Act, NewResident } from "./act";
import type { PictureQuery } from "./picture";
import {
  deliveriesAnswer,
  health,
  idTokenAnswer,
  ledgerAnswer,
  type ResidentsAnswer,
  requestsAnswer,
  residentsAnswer,
  SEEN_KEPT,
  type Seen,
  type SeenCursor,
  type TalkAnswer,
  talkAnswer,
} from "./schema";

/**
 * The LINE sandbox's control interface, as the phone page uses it. Every method throws AppError: `not-found` for an
 * unknown resident or picture, `invalid` when the sandbox refuses, `unavailable` when it does not answer.
 */
export type SandboxGateway = {
  listResidents(): Promise<ResidentsAnswer>;
  addResident(input: NewResident): Promise<{ id: string }>;
  getTalk(residentId: string): Promise<TalkAnswer>;
  /** Server-sent events, to hand on as they come. Ends when `signal` aborts. */
  openStream(residentId: string, after: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  act(residentId: string, act: Act): Promise<void>;
  /** `body` is multipart/form-data with one or more `file` parts. */
  sendPhotos(residentId: string, contentType: string, body: Uint8Array<ArrayBuffer>): Promise<void>;
  getPicture(path: PictureQuery): Promise<{ contentType: string; body: ReadableStream<Uint8Array> }>;
  /** What LIFF would have given this resident's browser. */
  issueIdToken(residentId: string): Promise<{ idToken: string }>;
  getSeen(cursor: SeenCursor): Promise<Seen>;
};
const TIMEOUT_MS = 15_000;
/** All that the sandbox keeps of its calls and deliveries. */
const LIST_LIMIT = 5000;

export function sandboxGateway(origin: string): SandboxGateway {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const signal = init.signal ?? AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${origin}/_sandbox${path}`, { ...init, signal, cache: "no-store" }).catch(
      (cause) => {
        throw new AppError("unavailable", "the sandbox does not answer", { cause });
      },
    );
    if (response.ok) return response;
    await response.body?.cancel();
    if (response.status === 404) throw new AppError("not-found", `sandbox ${path.split("?")[0]}`);
    throw new AppError(
      response.status < 500 ? "invalid" : "unavailable",
      `sandbox answered ${response.status}`,
    );
  };
  const read = async <T>(schema: z.ZodType<T>, path: string, init?: RequestInit): Promise<T> => {
    const parsed = schema.safeParse(await (await call(path, init)).json());
    if (!parsed.success)
      throw new AppError("unavailable", "the sandbox answered in another shape", { cause: parsed.error });
    return parsed.data;
  };
  const post = (body: object): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const of = (residentId: string) => `/residents/${encodeURIComponent(residentId)}`;

  return {
    listResidents: () => read(residentsAnswer, "/residents?limit=1000"),
    async addResident(input) {
      const created = await read(
        residentsAnswer.pick({ residents: true }),
        "/residents",
        post({ ...input, follow: true }),
      );
      const [first] = created.residents;
      if (!first) throw new AppError("unavailable", "the sandbox made no resident");
      return { id: first.id };
    },
    getTalk: (residentId) => read(talkAnswer, `${of(residentId)}/talk?limit=300`),
    async openStream(residentId, after, signal) {
      const response = await call(`${of(residentId)}/stream?after=${encodeURIComponent(after)}`, { signal });
      if (!response.body) throw new AppError("unavailable", "the sandbox sent no stream");
      return response.body;
    },
    async act(residentId, { kind, ...body }) {
      await call(`${of(residentId)}/${kind}`, post(body));
    },
    async sendPhotos(residentId, contentType, body) {
      await call(`${of(residentId)}/image`, {
        method: "POST",
        headers: { "content-type": contentType },
        body,
      });
    },
    async getPicture(path) {
      const response = await call(picturePath(path));
      if (!response.body) throw new AppError("not-found", "the sandbox sent no picture");
      return { contentType: response.headers.get("content-type") ?? "", body: response.body };
    },
    issueIdToken: (residentId) => read(idTokenAnswer, "/login/id-token", post({ residentId })),
    async getSeen(cursor) {
      // Lists come oldest first: without a cursor of its own the ledger, which may be long, is read from near its end.
      const { ledgerSeq, startedAt } = await read(health, "/health");
      const from = startedAt === cursor.startedAt ? cursor : { requests: 0, deliveries: 0 };
      const ledgerAfter = Math.max(cursor.ledger, ledgerSeq - SEEN_KEPT);
      const [{ requests }, { deliveries }, { entries }] = await Promise.all([
        read(requestsAnswer, `/requests?after=${from.requests}&limit=${LIST_LIMIT}`),
        read(deliveriesAnswer, `/webhooks?after=${from.deliveries}&limit=${LIST_LIMIT}`),
        read(ledgerAnswer, `/ledger?after=${ledgerAfter}&limit=${SEEN_KEPT}`),
      ]);
      const newest = <T>(list: T[]) => list.toReversed().slice(0, SEEN_KEPT);
      return {
        requests: newest(requests),
        deliveries: newest(deliveries),
        ledger: newest(entries),
        cursor: {
          startedAt,
          requests: requests.at(-1)?.n ?? from.requests,
          deliveries: deliveries.at(-1)?.n ?? from.deliveries,
          ledger: entries.at(-1)?.seq ?? ledgerAfter,
        },
      };
    },
  };
}

function picturePath(path: PictureQuery): string {
  if (path.kind === "content") return `/content/${encodeURIComponent(path.messageId)}`;
  if (path.kind === "rich-menu") return `/richmenu/${encodeURIComponent(path.richMenuId)}/image`;
  return `/media?url=${encodeURIComponent(path.url)}`;
}
